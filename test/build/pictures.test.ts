import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { attempt, buildSite, galley } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { errorLines } from "../support/hostile.ts";
import { landscape } from "../support/pictures-of-size.ts";
import { animation, dot } from "../support/pictures.ts";

const AS_OF = "2026-11-21";
const SITE =
  "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: Notes\nurl: https://example.org/\nauthor: { name: Ada }\n";
const HARBOUR = "essays/harbour/index.md";

const harbour = (body: string): string => `---\ndate: 2026-01-01\n---\n# Harbour\n\n${body}\n`;
const photo = (width: number, height: number): Promise<Buffer> =>
  landscape(width, height).jpeg({ quality: 95 }).toBuffer();

/** A site with a picture that was built once. */
async function site(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>) {
  const content = join(temporaryFolder(t), "content");
  const output = outputFolder(t);
  const save = (more: Readonly<Record<string, string | Uint8Array>>) => writeFiles(content, more);
  save({ "site.yaml": SITE, ...files });
  const kept = temporaryFolder(t);
  const build = (given: object = {}) =>
    buildSite(content, { output, asOf: AS_OF, pictureFolder: kept, ...given });
  return { content, output, kept, save, build, page: () => pageOf(output) };
}

const pageOf = (output: string): string =>
  readFileSync(join(output, "essays/harbour/index.html"), "utf8");

/** All addresses of pictures that a page names, with the width that it says they have. */
function picturesOn(page: string): readonly (readonly [url: string, width: number])[] {
  const sets = Array.from(page.matchAll(/ srcset="([^"]*)"/g), ([, set]) => set!.split(", "));
  const offered = sets.flat().map((one) => one.split(" ") as [string, string]);
  const shown = Array.from(page.matchAll(/<img src="([^"]*)" width="(\d+)"/g));
  return [
    ...offered.map(([url, width]) => [url, Number(width.replace("w", ""))] as const),
    ...shown.map(([, url, width]) => [url!, Number(width)] as const),
  ];
}

test("every picture that a page names is there, as wide as it says", async (t) => {
  const { build, output, page } = await site(t, {
    [HARBOUR]: harbour('![a](a.jpg "A")\n\nWords ![b](b%20c.png) and ![d](d.gif).'),
    "essays/harbour/a.jpg": await photo(1100, 700),
    "essays/harbour/b c.png": await landscape(500, 300).png().toBuffer(),
    "essays/harbour/d.gif": await animation("gif"),
  });
  await build();
  const named = picturesOn(page());
  assert.ok(named.length > 8, page());
  for (const [url, width] of named) {
    const bytes = readFileSync(join(output, decodeURI(url)));
    assert.equal((await sharp(bytes).metadata()).width, width, url);
  }
  const published = [...treeOf(output).keys()].filter((path) =>
    /^essays\/harbour\/(?!index|$)/.test(path),
  );
  assert.deepEqual(published.toSorted(), named.map(([url]) => decodeURI(url).slice(1)).toSorted());
});

test("an incremental build is a clean build after a picture was replaced, renamed, shown no more and deleted", async (t) => {
  const { build, content, output, save, page } = await site(t, {
    [HARBOUR]: harbour("![a](a.jpg)"),
    "essays/harbour/a.jpg": await photo(600, 400),
  });
  const folder = join(content, "essays/harbour");
  await build();
  const steps: readonly (readonly [string, () => void | Promise<void>])[] = [
    ["edited words", () => save({ [HARBOUR]: harbour("More words. ![a](a.jpg)") })],
    ["replaced", async () => save({ "essays/harbour/a.jpg": await photo(900, 400) })],
    [
      "replaced by a larger format",
      async () =>
        save({
          "essays/harbour/a.jpg": await landscape(640, 400).webp({ quality: 99 }).toBuffer(),
        }),
    ],
    [
      "renamed",
      () => {
        renameSync(join(folder, "a.jpg"), join(folder, "b.jpg"));
        save({ [HARBOUR]: harbour("![a](b.jpg)") });
      },
    ],
    ["shown twice", () => save({ [HARBOUR]: harbour('![a](b.jpg "Once")\n\n![a](b.jpg)') })],
    ["not shown", () => save({ [HARBOUR]: harbour("Words.") })],
    ["shown again", () => save({ [HARBOUR]: harbour("![a](b.jpg)") })],
    [
      "deleted",
      () => {
        rmSync(join(folder, "b.jpg"));
        save({ [HARBOUR]: harbour("Words.") });
      },
    ],
  ];
  const pages = new Set<string>();
  for (const [what, edit] of steps) {
    await edit();
    await build();
    const clean = outputFolder(t);
    await build({ output: clean, pictureFolder: temporaryFolder(t) });
    assert.deepEqual(differences(treeOf(clean), treeOf(output)), [], what);
    pages.add(page());
  }
  assert.equal(pages.size, steps.length - 2, "two pages come again, all others differ");
});

test("what was kept may be deleted or damaged at any time", async (t) => {
  const { build, output, kept, save } = await site(t, {
    [HARBOUR]: harbour("![a](a.jpg)"),
    "essays/harbour/a.jpg": await photo(700, 400),
  });
  await build();
  const before = treeOf(output);
  for (const body of ["One. ![a](a.jpg)", "Two. ![a](a.jpg)"]) {
    rmSync(kept, { recursive: true, force: true });
    save({ [HARBOUR]: harbour(body) });
    await build();
    const after = treeOf(output);
    const pictures = [...before.keys()].filter((path) => path.includes("a.jpg"));
    assert.ok(pictures.length > 1);
    for (const path of pictures) assert.equal(after.get(path), before.get(path), path);
  }
});

test("variants lie below the path prefix, and feeds name the picture alone", async (t) => {
  const { build, output, page } = await site(t, {
    [HARBOUR]: harbour('![a](a.jpg "A caption")'),
    "essays/harbour/a.jpg": await photo(600, 400),
  });
  await build({ prefix: "/blog/" });
  assert.match(page(), /srcset="\/blog\/essays\/harbour\/a\.jpg\.480\.avif 480w, \/blog\//);
  const rss = readFileSync(join(output, "feed.xml"), "utf8");
  assert.match(
    rss,
    /<figure><img src="https:\/\/example\.org\/blog\/essays\/harbour\/a\.jpg" width="600" height="400" alt="a"><figcaption>A caption<\/figcaption><\/figure>/,
  );
  for (const feed of ["feed.xml", "feed.json"])
    assert.doesNotMatch(readFileSync(join(output, feed), "utf8"), /srcset|<picture|<source/);
});

/** Says at a process's end whether it loaded sharp's library. */
const WITNESS = `process.on("exit", () => {
  const { sharedObjects } = process.report.getReport();
  console.log(sharedObjects.some((path) => /sharp/.test(path)) ? "sharp is loaded" : "no sharp");
});`;

test("sharp is loaded where a picture is new, and for no edit of words", async (t) => {
  const { content, output, save } = await site(t, {
    [HARBOUR]: harbour("![a](a.jpg)"),
    "essays/harbour/a.jpg": await photo(300, 200),
  });
  const witness = join(temporaryFolder(t), "witness.mjs");
  writeFileSync(witness, WITNESS);
  const env = { NODE_OPTIONS: `--import=${witness}` };
  async function saidBy(): Promise<string> {
    const folders = [`--input=${content}`, `--output=${output}`];
    const { status, stdout } = await galley("build", ...folders, `--as-of=${AS_OF}`, { env });
    assert.equal(status, 0);
    return stdout;
  }
  assert.match(await saidBy(), /sharp is loaded/);
  assert.match(await saidBy(), /no sharp/);
  save({ [HARBOUR]: harbour("More words. ![a](a.jpg)") });
  assert.match(await saidBy(), /[1-9] written[^]*no sharp/);
});

test("a preview shows pictures as they are, and waits for no encoder", async (t) => {
  const { build, page } = await site(t, {
    [HARBOUR]: harbour("![a](a.jpg)"),
    "essays/harbour/a.jpg": await photo(600, 400),
  });
  await build({ mode: "preview" });
  assert.deepEqual(picturesOn(page()), [["/essays/harbour/a.jpg", 600]]);
});

test("a file that has the name of a variant is an error that names both", async (t) => {
  const { content, output } = await site(t, {
    [HARBOUR]: harbour("![a](a.jpg) ![b](a.jpg.480.avif)"),
    "essays/harbour/a.jpg": await photo(600, 400),
    "essays/harbour/a.jpg.480.avif": await landscape(100, 100).avif().toBuffer(),
  });
  const { report } = await attempt(content, { output, asOf: AS_OF });
  assert.deepEqual(errorLines(report), [
    "essays/harbour/a.jpg.480.avif:1:1 error[output-conflict]",
  ]);
  assert.match(report.diagnostics[0]!.message, /essays\/harbour\/a\.jpg\)/);
});

test("pictures of one name and two formats get along", async (t) => {
  const { build, output } = await site(t, {
    [HARBOUR]: harbour("![a](a.jpg) ![a](a.png)"),
    "essays/harbour/a.jpg": await photo(600, 400),
    "essays/harbour/a.png": await landscape(600, 300).png().toBuffer(),
  });
  await build();
  for (const name of ["a.jpg.600.avif", "a.png.600.avif"])
    assert.ok(existsSync(join(output, "essays/harbour", name)), name);
});

/** A PNG that claims more pixels than anyone has room for, in a few bytes. */
function bomb(width: number, height: number): Buffer {
  const bytes = Buffer.from(dot);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

test("hostile pictures are errors where they are and where they are shown, all in one run", async (t) => {
  const whole = await photo(600, 400);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const files = {
    "bomb.png": bomb(60_000, 60_000),
    "cut.jpg": whole.subarray(0, whole.length >> 1),
    "drawing.png": Buffer.from(svg),
    "page.jpg": Buffer.from("<!doctype html><script>alert(1)</script>"),
    "program.gif": Buffer.from("GIF89a=1;alert(1)//"),
    "zeros.webp": Buffer.alloc(5000),
  };
  const names = Object.keys(files);
  const { content, output } = await site(t, {
    [HARBOUR]: harbour(names.map((name) => `![x](${name})`).join("\n\n")),
    ...Object.fromEntries(names.map((name) => [`essays/harbour/${name}`, files[name as never]])),
  });
  const { report, outcome } = await attempt(content, { output, asOf: AS_OF });
  assert.equal(outcome, undefined);
  assert.ok(!existsSync(output), "nothing is written");
  const expected = [
    ...names.map((name) => `essays/harbour/${name}:1:1 error[unexpected-file]`),
    ...names.map((_, i) => `${HARBOUR}:${6 + 2 * i}:6 error[broken-image]`),
  ];
  assert.deepEqual(errorLines(report).toSorted(), expected.toSorted());
  const said = report.diagnostics.map(({ message }) => message).join("\n");
  assert.match(
    said,
    /bomb\.png can't be shown: there is essays\/harbour\/bomb\.png, but it has 3600 million pixels, and 100 million is the most/,
  );
  assert.match(
    said,
    /cut\.jpg can't be shown: there is essays\/harbour\/cut\.jpg, but it is damaged/,
  );
  assert.match(
    said,
    /drawing\.png can't be shown: there is essays\/harbour\/drawing\.png, but it is named like a picture/,
  );
});
