import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import sharp from "sharp";
import { readContent } from "../../src/io/content.ts";
import { pictureStore } from "../../src/io/picture-store.ts";
import { publishPictures } from "../../src/io/picture-variants.ts";
import { measured } from "../../src/io/pictures.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import {
  animation,
  dot,
  FORMATS,
  HEIGHT,
  isRedAt,
  redAndBlue,
  SECRETS,
  sideways,
  telling,
  WIDTH,
  withText,
} from "../support/pictures.ts";

/** Publishes pictures of an essay, as a build does. */
async function published(t: TestContext, files: Readonly<Record<string, Uint8Array>>) {
  const folder = temporaryFolder(t);
  writeFiles(join(folder, "content/essays"), files);
  const state = join(folder, "state");
  const store = pictureStore(join(state, "store"));
  async function again() {
    const { pictures, findings } = await measured(
      readContent(join(folder, "content")).pictures,
      state,
    );
    const made = await publishPictures(pictures, store, "originals");
    const published = pictures.map(({ file, hash, width, height }) => {
      const { path } = made.get(hash)!.original;
      return { file, hash, width, height, path };
    });
    return { pictures: published, findings };
  }
  return { ...(await again()), again, content: join(folder, "content"), state };
}

test("knows the size of pictures", async (t) => {
  const files = Object.fromEntries(
    await Promise.all(
      FORMATS.map(
        async (format) => [`a.${format}`, await redAndBlue().toFormat(format).toBuffer()] as const,
      ),
    ),
  );
  const { pictures, findings } = await published(t, { ...files, "dot.png": dot });
  assert.deepEqual(findings, []);
  for (const { file, width, height } of pictures) {
    assert.deepEqual([width, height], file.endsWith("dot.png") ? [4, 4] : [WIDTH, HEIGHT], file);
  }
  assert.equal(pictures.length, FORMATS.length + 1);
});

test("publishes a picture that tells nothing as it is", async (t) => {
  const { pictures, content } = await published(t, { "dot.png": dot });
  assert.equal(pictures[0]!.path, join(content, "essays/dot.png"));
});

for (const format of FORMATS.filter((name) => name !== "gif")) {
  test(`takes out of a ${format} where and with what it was taken, and keeps what it shows`, async (t) => {
    const original = await telling(format);
    assert.ok((await sharp(original).metadata()).exif, "the original is to tell something");
    const { pictures } = await published(t, { [`photo.${format}`]: original });
    const { path, width, height } = pictures[0]!;
    const bytes = readFileSync(path);
    const { exif, xmp, iptc, format: kept } = await sharp(bytes).metadata();
    assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined]);
    for (const secret of SECRETS) assert.ok(!bytes.includes(secret), secret);
    assert.equal(kept, (await sharp(original).metadata()).format);
    assert.deepEqual([width, height], [WIDTH, HEIGHT]);
    assert.ok(await isRedAt(bytes, WIDTH / 4, HEIGHT / 2));
    assert.ok(!(await isRedAt(bytes, (3 * WIDTH) / 4, HEIGHT / 2)));
  });
}

for (const format of ["jpeg", "webp", "png"] as const) {
  test(`turns a ${format} upright that a camera took sideways, and gives its size as shown`, async (t) => {
    const { pictures } = await published(t, { "photo.jpg": await sideways(format) });
    const { path, width, height } = pictures[0]!;
    assert.deepEqual([width, height], [HEIGHT, WIDTH]);
    const bytes = readFileSync(path);
    const shown = await sharp(bytes).metadata();
    assert.deepEqual([shown.width, shown.height], [HEIGHT, WIDTH]);
    assert.ok([undefined, 1].includes(shown.orientation));
    assert.ok(await isRedAt(bytes, HEIGHT / 2, WIDTH / 4), "the left is the top now");
    assert.ok(!(await isRedAt(bytes, HEIGHT / 2, (3 * WIDTH) / 4)), "the right is the bottom now");
  });
}

test("takes out what programs write into a PNG as text", async (t) => {
  const { pictures } = await published(t, { "a.png": withText(dot, "Secret Street 7") });
  assert.ok(!readFileSync(pictures[0]!.path).includes("Secret Street"));
});

test("an animation keeps its pictures and their times, and tells nothing", async (t) => {
  const original = await animation("webp");
  const { pictures } = await published(t, { "a.webp": original });
  const { path, width, height } = pictures[0]!;
  assert.deepEqual([width, height], [WIDTH, HEIGHT]);
  const { pages, delay, exif } = await sharp(readFileSync(path), { animated: true }).metadata();
  assert.deepEqual([pages, delay, exif], [2, [100, 200], undefined]);
});

test("the size of an animation is that of one of its pictures", async (t) => {
  const { pictures } = await published(t, { "a.gif": await animation("gif") });
  assert.deepEqual([pictures[0]!.width, pictures[0]!.height], [WIDTH, HEIGHT]);
});

test("names a picture that is damaged, whichever its format and wherever it was cut off", async (t) => {
  for (const format of FORMATS) {
    for (const original of [
      await redAndBlue().toFormat(format).toBuffer(),
      await telling(format),
    ]) {
      for (const share of [0.1, 0.3, 0.6, 0.9]) {
        const cut = original.subarray(0, Math.max(16, Math.floor(original.length * share)));
        const { findings } = await published(t, { [`cut.${format}`]: cut });
        const [finding, ...others] = findings;
        assert.deepEqual(others, []);
        assert.equal(finding?.code, "unexpected-file", `${format}, ${share}`);
        assert.equal(finding.file, `essays/cut.${format}`);
        assert.match(finding.message, /damaged/);
      }
    }
  }
});

test("names a damaged picture again in the next run", async (t) => {
  const { again } = await published(t, { "a.png": dot.subarray(0, 40) });
  const { findings, pictures } = await again();
  assert.deepEqual([findings.length, pictures.length], [1, 0]);
});

test("does what it did before with what it saw before, also where its copy is gone", async (t) => {
  const { pictures, again, state } = await published(t, { "photo.jpg": await telling("jpeg") });
  const bytes = readFileSync(pictures[0]!.path);
  assert.deepEqual((await again()).pictures, pictures);
  rmSync(state, { recursive: true });
  assert.deepEqual((await again()).pictures, pictures);
  assert.deepEqual(readFileSync(pictures[0]!.path), bytes);
});

test("one picture under two names is published under both", async (t) => {
  const photo = await telling("jpeg");
  const { pictures } = await published(t, { "a.jpg": photo, "b/c.jpg": photo });
  assert.deepEqual(
    pictures.map(({ file }) => file),
    ["essays/a.jpg", "essays/b/c.jpg"],
  );
});

test("a picture is known by its content, whatever its ending says", async (t) => {
  const { pictures, findings } = await published(t, {
    "a.jpg": dot,
    "b.gif": await telling("webp"),
  });
  assert.deepEqual(findings, []);
  const formats = await Promise.all(
    pictures.map(async ({ path }) => (await sharp(readFileSync(path)).metadata()).format),
  );
  assert.deepEqual(formats, ["png", "webp"]);
});

for (const format of ["png", "jpeg", "webp", "gif"] as const) {
  test(`what stands behind the end of a ${format} is not published`, async (t) => {
    for (const options of [{}, { progressive: true }]) {
      const picture = await redAndBlue()
        .toFormat(format, { ...options })
        .toBuffer();
      const { pictures, content } = await published(t, { [`a.${format}`]: picture });
      assert.equal(pictures[0]!.path, join(content, `essays/a.${format}`), "it ends where it ends");

      const film = Buffer.concat([picture, Buffer.from("PK\u0003\u0004 <script>film</script>")]);
      const { pictures: cleaned } = await published(t, { [`a.${format}`]: film });
      const bytes = readFileSync(cleaned[0]!.path);
      assert.ok(!bytes.includes("film"));
      assert.equal((await sharp(bytes).metadata()).format, format);
    }
  });
}

/** A part of a GIF that says something, in front of all others. */
const gifWith = (gif: Buffer, ...parts: readonly Buffer[]): Buffer => {
  const start = 13 + ((gif[10]! & 0x80) === 0 ? 0 : 3 * 2 ** ((gif[10]! & 7) + 1));
  return Buffer.concat([gif.subarray(0, start), ...parts, gif.subarray(start)]);
};

/** Before the first segment of a JPEG. */
const jpegWith = (jpeg: Buffer, marker: number, text: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  const segment = Buffer.concat([Buffer.from([0xff, marker]), length, Buffer.from(text)]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
};

test("a moving GIF keeps its pictures, and tells neither in comments nor in XMP where it was made", async (t) => {
  const gif = await animation("gif");
  const said = Buffer.from("GPS of Secret Street 7");
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, said.length]), said, Buffer.from([0])]);
  const xmp = Buffer.concat([
    Buffer.from("\x21\xff\x0bXMP DataXMP", "latin1"),
    comment.subarray(2),
  ]);
  for (const part of [comment, xmp]) {
    const { pictures } = await published(t, { "a.gif": gifWith(gif, part) });
    const bytes = readFileSync(pictures[0]!.path);
    assert.ok(!bytes.includes("Secret Street"));
    const { pages, delay } = await sharp(bytes, { animated: true }).metadata();
    assert.deepEqual([pages, delay], [2, [100, 200]]);
  }
  const { pictures, content } = await published(t, { "a.gif": gif });
  assert.equal(pictures[0]!.path, join(content, "essays/a.gif"), "it says nothing");
});

test("a JPEG tells nothing in comments, and in no program's own segments", async (t) => {
  const jpeg = await redAndBlue().jpeg().toBuffer();
  for (const marker of [0xfe, 0xe4, 0xed]) {
    const { pictures } = await published(t, { "a.jpg": jpegWith(jpeg, marker, "Secret Street 7") });
    assert.ok(!readFileSync(pictures[0]!.path).includes("Secret Street"), marker.toString(16));
  }
});
