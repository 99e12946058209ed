import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { stateOf } from "../../src/io/output/folder.ts";
import { attempt, buildSite, galley } from "../support/build.ts";
import { differences, treeOf, writeFiles, type Tree } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { dot } from "../support/pictures.ts";
import { seenIn } from "../support/share.ts";

const SETTINGS =
  "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: Notes\nurl: https://example.org/blog/\nauthor: { name: Ada }\n";
const FILES = {
  "site.yaml": SETTINGS,
  "essays/2026-01-02-now.md": "# Now\n\nIt is now, and nothing else is.\n",
  "essays/2026-01-01-then.md": "# Then\n\nIt was then.\n",
};

/** A folder with essays, and what a build makes of it. */
function place(t: TestContext) {
  const [content, output, publicFolder] = [temporaryFolder(t), outputFolder(t), temporaryFolder(t)];
  writeFiles(content, FILES);
  const options = { publicFolder, asOf: "2026-11-21" };
  return {
    content,
    output,
    publicFolder,
    build: () => buildSite(content, { output, ...options }),
    async cleanTree(): Promise<Tree> {
      const clean = outputFolder(t);
      await buildSite(content, { output: clean, ...options });
      return treeOf(clean);
    },
  };
}

const picturesIn = (tree: Tree): readonly string[] =>
  [...tree.keys()].filter((path) => path.endsWith(".png"));

test("every essay has a picture, and the site has one", async (t) => {
  const { output, build } = place(t);
  await build();
  const tree = treeOf(output);
  assert.deepEqual(picturesIn(tree), ["share.png", "share/now.png", "share/then.png"]);
  for (const path of picturesIn(tree)) {
    const { width, height } = await seenIn(Buffer.from(tree.get(path)!, "latin1"));
    assert.deepEqual([width, height], [1200, 630]);
  }
  const image = (page: string) =>
    /<meta property="og:image" content="([^"]*)">/.exec(tree.get(page)!)?.[1];
  assert.equal(image("essays/now/index.html"), "https://example.org/blog/share/now.png");
  assert.equal(image("index.html"), "https://example.org/blog/share.png");
});

test("pictures are no pages to the writer", async (t) => {
  const { content, build } = place(t);
  const { pages } = await build();
  writeFiles(content, { "site.yaml": `${SETTINGS}sharePictures: false\n` });
  assert.equal((await build()).pages, pages);
});

test("a changed title makes one picture anew, and leaves the others untouched", async (t) => {
  const { content, output, build, cleanTree } = place(t);
  await build();
  const stampOf = (path: string) => statSync(join(output, path)).ino;
  const paths = ["share.png", "share/then.png", "share/now.png"];
  const before = paths.map(stampOf);
  writeFiles(content, {
    "essays/2026-01-02-now.md": "# Never\n\nIt is now, and nothing else is.\n",
  });
  await build();
  const isSame = paths.map((path, i) => stampOf(path) === before[i]);
  assert.deepEqual(isSame, [true, true, false]);
  assert.deepEqual(differences(await cleanTree(), treeOf(output)), []);
});

test("another layout makes pages anew, and no picture", async (t) => {
  const { output, build } = place(t);
  await build();
  const manifest = join(stateOf(output), "manifest.json");
  const asOfBefore = readFileSync(manifest, "utf8");
  const stampOf = (path: string) => statSync(join(output, path)).ino;
  const paths = ["share.png", "share/now.png", "index.html"];
  const before = paths.map(stampOf);
  writeFileSync(manifest, asOfBefore.replace(/("code":"[0-9a-f]+-)[0-9a-f]+/, "$1other"));
  await build();
  const isSame = paths.map((path, i) => stampOf(path) === before[i]);
  assert.deepEqual(isSame, [true, true, false]);
  writeFileSync(manifest, asOfBefore.replace(/("code":")[0-9a-f]+/, "$1other"));
  await build();
  assert.notEqual(stampOf("share.png"), before[0]);
});

test("a changed date, author or site's title is in the pictures", async (t) => {
  const { content, output, build, cleanTree } = place(t);
  await build();
  const edits = [
    { "essays/2026-01-02-now.md": "---\ndate: 2026-02-03\n---\n# Now\n\nIt is now.\n" },
    { "site.yaml": SETTINGS.replace("Ada", "Grace") },
    { "site.yaml": SETTINGS.replace("Notes", "Letters") },
    { "site.yaml": `${SETTINGS}language: pt\n` },
  ];
  for (const edit of edits) {
    const before = treeOf(output).get("share/now.png");
    writeFiles(content, edit);
    await build();
    assert.notEqual(treeOf(output).get("share/now.png"), before, JSON.stringify(edit));
    assert.deepEqual(differences(await cleanTree(), treeOf(output)), []);
  }
});

test("switched off there are none and no page names one; switched on again they are back", async (t) => {
  const { content, output, build, cleanTree } = place(t);
  await build();
  const on = treeOf(output);
  writeFiles(content, { "site.yaml": `${SETTINGS}sharePictures: false\n` });
  await build();
  const off = treeOf(output);
  assert.deepEqual(picturesIn(off), []);
  assert.ok(!off.has("share/"));
  for (const [path, text] of off) assert.doesNotMatch(text, /og:image|share\.png/, path);
  assert.deepEqual(differences(await cleanTree(), off), []);
  writeFiles(content, { "site.yaml": SETTINGS });
  await build();
  assert.deepEqual(differences(on, treeOf(output)), []);
});

test("a picture that is missing or spoilt is made again", async (t) => {
  const { output, build } = place(t);
  await build();
  const whole = treeOf(output);
  rmSync(join(output, "share/now.png"));
  writeFileSync(join(output, "share.png"), "spoilt");
  await build();
  assert.deepEqual(differences(whole, treeOf(output)), []);
});

test("a preview makes none, and its pages name none", async (t) => {
  const { content, output } = place(t);
  await attempt(content, { output, mode: "preview", asOf: "2026-11-21" });
  const tree = treeOf(output);
  assert.deepEqual(picturesIn(tree), []);
  for (const [path, text] of tree) assert.doesNotMatch(text, /og:image/, path);
});

test("a file of public/ where a picture goes is an error that names both", async (t) => {
  for (const path of ["share.png", "share/now.png"]) {
    const { content, output, publicFolder } = place(t);
    writeFiles(publicFolder, { [path]: dot });
    const { report, outcome } = await attempt(content, {
      output,
      publicFolder,
      asOf: "2026-11-21",
    });
    assert.equal(outcome, undefined);
    const [conflict, ...others] = report.diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual(others, []);
    assert.equal(conflict?.code, "output-conflict");
    assert.match(
      conflict.message,
      /share picture of .*a file of public\/|a file of public\/.*share picture of/,
    );
  }
});

test("two essays with one slug are told of once", async (t) => {
  const { content, output } = place(t);
  writeFiles(content, { "essays/2026-01-03-now.md": "# Now again\n\nOnce more.\n" });
  const { report } = await attempt(content, { output, asOf: "2026-11-21" });
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  assert.deepEqual(
    errors.map(({ code }) => code),
    ["id-conflict", "output-conflict"],
  );
});

/** Says when the library is loaded that draws letters. */
const TELLING = `const Module = require("node:module");
const load = Module._load;
Module._load = function (name, ...rest) {
  if (name.includes("resvg")) process.stderr.write("letters are drawn\\n");
  return load.call(this, name, ...rest);
};
`;

test("only a build that makes a picture loads what draws them", async (t) => {
  const { content, output } = place(t);
  const telling = join(temporaryFolder(t), "telling.cjs");
  writeFileSync(telling, TELLING);
  const isDrawing = async (): Promise<boolean> => {
    const env = { NODE_OPTIONS: `--require ${telling}` };
    const args = [`--input=${content}`, `--output=${output}`, "--as-of=2026-11-21"];
    const { status, stderr } = await galley("build", ...args, { env });
    assert.equal(status, 0, stderr);
    return stderr.includes("letters are drawn");
  };
  assert.equal(await isDrawing(), true, "the first build");
  assert.equal(await isDrawing(), false, "nothing changed");
  writeFiles(content, { "essays/2026-01-01-then.md": "# Then\n\nIt was then, or so they say.\n" });
  assert.equal(await isDrawing(), false, "an edit of prose");
  writeFiles(content, { "essays/2026-01-01-then.md": "# Once\n\nIt was then, or so they say.\n" });
  assert.equal(await isDrawing(), true, "an edit of a title");
});

test("pictures that are drawn in two threads are those of a clean build too", async (t) => {
  const { content, output, build, cleanTree } = place(t);
  for (let i = 0; i < 200; i++) {
    writeFiles(content, {
      [`essays/2025-01-01-many-${i}.md`]: `# One of many, ${i}\n\nWords ${i}.\n`,
    });
  }
  await build();
  assert.equal(picturesIn(treeOf(output)).length, 203);
  writeFiles(content, { "essays/2025-01-01-many-7.md": "# Another\n\nWords 7.\n" });
  await build();
  assert.deepEqual(differences(await cleanTree(), treeOf(output)), []);
});
