import assert from "node:assert/strict";
import { test } from "node:test";
import { possibleVariants, sourcesOf, type Picture } from "../../src/site/pictures.ts";

const picture = (width: number, height = width, given: Partial<Picture> = {}): Picture => ({
  file: "essays/a.jpg",
  hash: "hash",
  width,
  height,
  isStill: true,
  ...given,
});

const widthsOf = (of: Picture): readonly number[] => [
  ...new Set(possibleVariants(of).map(({ width }) => width)),
];

test("a picture may be published in widths below its own, and in its own", () => {
  assert.deepEqual(widthsOf(picture(4000)), [480, 720, 1080, 1440]);
  assert.deepEqual(widthsOf(picture(1200)), [480, 720, 1200], "1080 is nearly 1200");
  assert.deepEqual(widthsOf(picture(1400)), [480, 720, 1080, 1400]);
  assert.deepEqual(widthsOf(picture(300)), [300]);
});

test("no width is ever more than the picture's own", () => {
  for (let width = 1; width < 3000; width += 7) {
    for (const one of widthsOf(picture(width))) assert.ok(one <= width, `${one} of ${width}`);
  }
});

test("what moves, icons, public pictures and towers are published as they are alone", () => {
  assert.deepEqual(widthsOf(picture(1000, 1000, { isStill: false })), []);
  assert.deepEqual(widthsOf(picture(239)), []);
  assert.deepEqual(widthsOf(picture(1000, 1000, { file: "/img/a.jpg" })), []);
  assert.deepEqual(widthsOf(picture(1000, 17_000)), []);
});

test("says how wide a picture is shown: as the column, or as itself where it is narrower", () => {
  const sizesFor = (width: number): string =>
    sourcesOf(picture(width), [{ format: "avif", width }], "/a")[0]!.sizes;
  assert.equal(sizesFor(832), "(min-width: 45rem) 42.5rem, calc(100vw - 2.5rem)");
  assert.equal(sizesFor(2000), sizesFor(832));
  assert.equal(sizesFor(320), "(min-width: 22.5rem) 320px, calc(100vw - 2.5rem)");
});

test("a format without variants is no source", () => {
  assert.deepEqual(sourcesOf(picture(1000), [], "/a"), []);
  const [only, ...others] = sourcesOf(picture(1000), [{ format: "webp", width: 1000 }], "/a");
  assert.deepEqual(others, []);
  assert.equal(only!.type, "image/webp");
  assert.deepEqual(only!.files, [{ href: "/a.1000.webp", width: 1000 }]);
});
