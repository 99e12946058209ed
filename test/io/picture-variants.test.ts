import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import sharp from "sharp";
import { readContent } from "../../src/io/content.ts";
import { pictureStore } from "../../src/io/picture-store.ts";
import { publishPictures, type PublishedPicture } from "../../src/io/picture-variants.ts";
import { measured } from "../../src/io/pictures.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { grainyHalves, landscape, transparent } from "../support/pictures-of-size.ts";
import { animation, isRedAt, SECRETS, telling } from "../support/pictures.ts";

/** Publishes a picture as a build does; `again` does it once more. */
async function published(t: TestContext, name: string, bytes: Uint8Array) {
  const folder = temporaryFolder(t);
  writeFiles(join(folder, "content/essays"), { [name]: bytes });
  const storeFolder = join(folder, "store");
  async function again(extent: "all" | "originals" = "all"): Promise<PublishedPicture> {
    const files = readContent(join(folder, "content")).pictures;
    const { pictures, findings } = await measured(files, join(folder, "state"));
    assert.deepEqual(findings, []);
    const made = await publishPictures(pictures, pictureStore(storeFolder), extent);
    return made.get(pictures[0]!.hash)!;
  }
  return { again, storeFolder, ...(await again()) };
}

const named = ({ variants }: Pick<PublishedPicture, "variants">): readonly string[] =>
  variants.map(({ format, width }) => `${width} ${format}`).toSorted();

const bytesIn = ({ variants }: Pick<PublishedPicture, "variants">): readonly Buffer[] =>
  variants.map(({ path }) => readFileSync(path));

for (const format of ["jpeg", "webp", "avif"] as const) {
  test(`a ${format} has lighter copies as AVIF and WebP, of no more pixels than it has itself`, async (t) => {
    const original = await landscape(800, 500).toFormat(format, { quality: 95 }).toBuffer();
    const { variants } = await published(t, `photo.${format}`, original);
    assert.deepEqual(named({ variants }), ["480 avif", "480 webp", "800 avif", "800 webp"]);
    for (const variant of variants) {
      const bytes = readFileSync(variant.path);
      const { width, height, format: kind } = await sharp(bytes).metadata();
      assert.equal(width, variant.width);
      assert.equal(height, Math.round((variant.width * 500) / 800));
      assert.equal(kind === "heif" ? "avif" : kind, variant.format);
      assert.ok(bytes.length < original.length);
    }
  });
}

test("a picture that is wider than any screen asks for is offered up to what one asks for", async (t) => {
  const original = await landscape(2000, 200).jpeg({ quality: 95 }).toBuffer();
  const { variants } = await published(t, "wide.jpg", original);
  const widths = variants.filter(({ format }) => format === "avif").map(({ width }) => width);
  assert.deepEqual(widths, [480, 720, 1080, 1440]);
});

test("an icon, an animation, and what no format makes lighter is published as it is alone", async (t) => {
  const tiny = await sharp(Buffer.alloc(600 * 4, 7), {
    raw: { width: 600, height: 4, channels: 1 },
  })
    .png()
    .toBuffer();
  const small = await landscape(400, 300).avif({ quality: 1 }).toBuffer();
  for (const [name, bytes] of [
    ["icon.png", await landscape(200, 200).png().toBuffer()],
    ["moving.gif", await animation("gif")],
    ["moving.webp", await animation("webp")],
    ["tiny.png", tiny],
    ["small.avif", small],
    ["tall.png", await landscape(300, 17_000).png().toBuffer()],
  ] as const) {
    const { variants } = await published(t, name, bytes);
    assert.deepEqual(variants, [], name);
  }
});

test("of each format every copy is lighter than the next wider one", async (t) => {
  const { variants } = await published(t, "a.png", await transparent(1300, 900).png().toBuffer());
  assert.ok(variants.length > 0);
  for (const format of ["avif", "webp"]) {
    const sizes = variants
      .filter((variant) => variant.format === format)
      .toSorted((a, b) => a.width - b.width)
      .map(({ path }) => readFileSync(path).length);
    assert.deepEqual(
      sizes,
      [...new Set(sizes)].toSorted((a, b) => a - b),
    );
  }
});

test("what is transparent stays so in every copy", async (t) => {
  const original = await transparent(900, 600).png({ compressionLevel: 0 }).toBuffer();
  const { variants } = await published(t, "drawing.png", original);
  assert.deepEqual(new Set(variants.map(({ format }) => format)), new Set(["avif", "webp"]));
  for (const bytes of bytesIn({ variants })) {
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const alphaAt = (x: number, y: number): number => data[(y * info.width + x) * 4 + 3]!;
    assert.equal(info.channels, 4);
    assert.equal(alphaAt(2, 2), 0);
    assert.equal(alphaAt(info.width >> 1, info.height >> 1), 255);
  }
});

test("copies stand upright and tell nothing of the camera", async (t) => {
  const original = await grainyHalves(800, 400)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Model: "Secret Camera 3000", Orientation: "6" } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const { variants } = await published(t, "photo.jpg", original);
  assert.ok(variants.some(({ format }) => format === "avif"));
  for (const bytes of bytesIn({ variants })) {
    const { width, height, exif, xmp, icc, orientation } = await sharp(bytes).metadata();
    assert.equal(height, 2 * width, "it was 800 wide and 400 high before it was turned");
    assert.deepEqual([exif, xmp, icc, orientation], [undefined, undefined, undefined, undefined]);
    for (const secret of SECRETS) assert.ok(!bytes.includes(secret), secret);
    assert.ok(await isRedAt(bytes, width >> 1, height >> 2));
    assert.ok(!(await isRedAt(bytes, width >> 1, (3 * height) >> 2)));
  }
});

test("colours of a wide profile are shown by copies without one as they are meant", async (t) => {
  const orange = { r: 230, g: 120, b: 40 };
  const flat = sharp({ create: { width: 700, height: 500, channels: 3, background: orange } });
  const original = await flat.withIccProfile("p3").png({ compressionLevel: 0 }).toBuffer();
  assert.ok((await sharp(original).metadata()).icc, "the original is to have a profile");
  const { variants } = await published(t, "wide.png", original);
  assert.ok(variants.length > 0);
  for (const bytes of bytesIn({ variants })) {
    const data = await sharp(bytes).removeAlpha().raw().toBuffer();
    const [r, g, b] = data.subarray(0, 3);
    const off = Math.max(...[r! - 230, g! - 120, b! - 40].map(Math.abs));
    assert.ok(off < 8, `${r} ${g} ${b} is not the orange that was meant`);
  }
});

test("the same bytes are made again, whatever was kept, and however many threads there are", async (t) => {
  const original = await landscape(760, 420).jpeg({ quality: 95 }).toBuffer();
  const first = await published(t, "a.jpg", original);
  sharp.concurrency(4);
  const second = await published(t, "a.jpg", original);
  assert.notEqual(first.storeFolder, second.storeFolder);
  assert.deepEqual(named(first), named(second));
  assert.deepEqual(bytesIn(first), bytesIn(second));
});

test("what is kept and whole is not made again", async (t) => {
  const original = await landscape(500, 300).jpeg({ quality: 95 }).toBuffer();
  const { again, variants } = await published(t, "a.jpg", original);
  const times = () => variants.map(({ path }) => readFileSync(path).length);
  const before = times();
  assert.deepEqual((await again()).variants, variants);
  assert.deepEqual(times(), before);
});

for (const [harm, change] of [
  ["is cut off", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 40))],
  ["has another byte", (path: string) => spoil(path)],
  ["is gone", (path: string) => rmSync(path)],
] as const) {
  test(`what is kept and ${harm} is made again`, async (t) => {
    const original = await landscape(500, 300).jpeg({ quality: 95 }).toBuffer();
    const { again, storeFolder, ...first } = await published(t, "a.jpg", original);
    const before = bytesIn(first);
    const [entry] = readdirSync(storeFolder);
    for (const name of readdirSync(join(storeFolder, entry!))) {
      change(join(storeFolder, entry!, name));
      assert.deepEqual(bytesIn(await again()), before, name);
    }
  });
}

/** Another byte in the middle, and the length as it was. */
function spoil(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = bytes[middle]! ^ 255;
  writeFileSync(path, bytes);
}

test("a preview publishes pictures alone, and without what they tell", async (t) => {
  const { again } = await published(t, "a.jpg", await telling("jpeg"));
  const { original, variants } = await again("originals");
  assert.deepEqual(variants, []);
  for (const secret of SECRETS) assert.ok(!readFileSync(original.path).includes(secret));
});
