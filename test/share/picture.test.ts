import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { poolOf } from "../../src/io/handfuls.ts";
import { partsOf, startDrawing } from "../../src/share/draw-together.ts";
import { sharePicture } from "../../src/share/picture.ts";
import { seenIn, shareProps, TITLES } from "../support/share.ts";

/** Those who show links fetch the picture of each. Titles of words stay below 25,000; this many has one full of the letter x. */
const MOST_BYTES = 30_000;

test("every title has a picture of 1200 by 630 pixels, whole and small", async () => {
  for (const title of TITLES) {
    const png = sharePicture(shareProps({ title }));
    const about = await sharp(png, { failOn: "warning" }).stats();
    assert.ok(about.isOpaque);
    const { width, height } = await seenIn(png);
    assert.deepEqual([width, height], [1200, 630], title);
    assert.ok(png.length < MOST_BYTES, `${title.slice(0, 40)}: ${png.length} bytes`);
  }
});

test("the title is where a reader looks for it, and leaves the margins free", async () => {
  const { inked } = await seenIn(sharePicture(shareProps()));
  assert.ok(inked(112, 330, 900, 110) > 5000, "the title");
  assert.ok(inked(112, 520, 400, 50) > 500, "the author");
  assert.ok(inked(800, 520, 304, 50) > 500, "the date");
  assert.equal(inked(1104, 0, 96, 630), 0, "the right margin");
  assert.equal(inked(28, 140, 1172, 160), 0, "the room above");
});

test("no box stands for a letter that the font lacks", async () => {
  const bare = { siteTitle: "", author: "", date: "" };
  for (const title of ["日本語の題名", "שלום עולם", "مرحبا", "नमस्ते", "😀"]) {
    const { inked } = await seenIn(sharePicture(shareProps({ ...bare, title })));
    assert.equal(inked(28, 0, 1172, 480), 0, title);
    assert.equal(inked(28, 500, 1172, 130), 0, title);
  }
});

test("an emoji makes no difference to a title", () => {
  const [plain, happy] = ["Lisbon", "Lisbon 😀"].map((title) =>
    sharePicture(shareProps({ title })),
  );
  assert.deepEqual(plain, happy);
});

test("what was drawn before makes no difference", () => {
  const props = TITLES.map((title) => shareProps({ title }));
  const forwards = props.map(sharePicture);
  const backwards = props.toReversed().map(sharePicture).toReversed();
  assert.deepEqual(forwards, backwards);
});

test("pictures drawn in two threads are those that one thread draws", async () => {
  const pictures = Array.from({ length: 200 }, (_, i) => {
    const props = shareProps({ title: `${TITLES[i % TITLES.length]} ${i}` });
    return { path: `share/${i}.png`, props };
  });
  const drawn = new Map<string, unknown>();
  const drawing = startDrawing(pictures, (files) => {
    for (const { path, content } of files) drawn.set(path, Buffer.from(content as Uint8Array));
  });
  await drawing.finish();
  const alone = [...partsOf({ pictures, pool: poolOf(pictures.length) })].flat();
  assert.equal(drawn.size, pictures.length);
  for (const { path, content } of alone) assert.deepEqual(drawn.get(path), content, path);
});

test("a second thread that is given up ends, and draws no more", async () => {
  const pictures = Array.from({ length: 400 }, (_, i) => ({
    path: `share/${i}.png`,
    props: shareProps({ title: `Essay ${i}` }),
  }));
  let kept = 0;
  const drawing = startDrawing(pictures, ({ length }) => (kept += length));
  await drawing.abandon();
  const then = kept;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(kept, then);
});
