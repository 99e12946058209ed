import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { stateOf } from "../../src/io/output/folder.ts";
import { goldenContent } from "../golden/build.ts";
import { buildSite, ended, galley, type Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { projectCopy } from "../support/project.ts";

const asOf = "--as-of=2026-06-30";
const ELEVENTY = join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs");

/** Eleventy takes no options of ours: the day comes from the environment. */
function eleventy(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse("2026-06-30T12:00Z") / 1000) };
  return ended(process.execPath, [ELEVENTY, ...args], { cwd: ROOT, env });
}

test("a build says how many essays and pages there are, what was flagged, and how long it took", async (t) => {
  const output = outputFolder(t);
  const args = ["build", `--input=${goldenContent(t)}`, `--output=${output}`, asOf];
  const { status, stdout, stderr } = await galley(...args);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /undated\.md:1:1 warning\[undated\]/);
  assert.match(stdout, /^7 essays, \d+ words: 0 errors, 1 warning, 2 notes$/m);
  assert.match(stdout, /^\d+ pages in .*site: \d+ written, 0 removed, in \d+\.\d\d s$/m);
  const again = await galley(...args);
  assert.match(again.stdout, /: nothing changed, in /);
});

test("--quiet says nothing where all is well, and still says what stops it", async (t) => {
  const content = goldenContent(t);
  const args = ["build", `--input=${content}`, `--output=${outputFolder(t)}`, asOf, "--quiet"];
  assert.deepEqual(await galley(...args), { status: 0, stdout: "", stderr: "" });
  writeFiles(content, { "essays/broken.md": "[nowhere](missing.md)\n" });
  const { status, stdout, stderr } = await galley(...args);
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /error\[broken-link\][^]*Nothing was written/);
});

test("Eleventy's own command writes the same bytes, with all its options", async (t) => {
  const content = goldenContent(t);
  const [ours, theirs] = [outputFolder(t), outputFolder(t)];
  const options = [`--input=${content}`, "--pathprefix=/elsewhere/"];
  const built = await galley("build", ...options, `--output=${ours}`, asOf);
  const other = await eleventy(...options, `--output=${theirs}`);
  assert.deepEqual([built.status, other.status], [0, 0], built.stderr + other.stderr);
  assert.deepEqual(differences(treeOf(ours), treeOf(theirs)), []);
  const feed = readFileSync(join(theirs, "feed.xml"), "utf8");
  assert.match(feed, /<link>https:\/\/example\.org\/elsewhere\/<\/link>/);
});

for (const prefix of ["/blog/", "blog", "/a/b", "/"]) {
  test(`the path prefix ${prefix} is in links and in absolute addresses, once`, async (t) => {
    const output = outputFolder(t);
    await buildSite(goldenContent(t), { output, prefix, asOf: "2026-06-30" });
    const whole = ["", ...prefix.split("/").filter(Boolean), ""].join("/");
    const page = readFileSync(join(output, "essays/every-feature/index.html"), "utf8");
    assert.ok(page.includes(`href="${whole}essays/the-harbour/#the-east-pier"`));
    assert.ok(page.includes(`<link rel="canonical" href="https://example.org${whole}essays/`));
    assert.ok(!page.includes("/letters/"));
  });
}

test("folders may be absolute or relative, inside of the project or not", async (t) => {
  const outside = goldenContent(t);
  // What is in the site is of no interest here, only where it is.
  appendFileSync(join(outside, "site.yaml"), "search: false\nsharePictures: false\n");
  const inside = join(ROOT, `.content-of-${basename(join(outside, ".."))}`);
  const insideOutput = join(ROOT, `_site-of-${basename(join(outside, ".."))}`);
  t.after(() => {
    for (const path of [inside, insideOutput, stateOf(insideOutput)]) {
      rmSync(path, { recursive: true, force: true });
    }
  });
  mkdirSync(inside);
  writeFiles(inside, Object.fromEntries(filesOf(outside)));
  const reference = outputFolder(t);
  await galley("build", `--input=${outside}`, `--output=${reference}`, asOf);

  const cwd = join(outside, "..");
  const elsewhere = outputFolder(t);
  for (const [input, output, from] of [
    ["content", relative(cwd, elsewhere), cwd],
    [relative(ROOT, outside), outputFolder(t), ROOT],
    [inside, insideOutput, cwd],
    [relative(ROOT, inside), relative(ROOT, insideOutput), ROOT],
  ] as const) {
    const args = [`--input=${input}`, `--output=${output}`, asOf];
    const { status, stderr } = await galley("build", ...args, { cwd: from });
    assert.equal(status, 0, stderr);
    assert.deepEqual(differences(treeOf(reference), treeOf(resolve(from, output))), [], input);
  }
});

const filesOf = (folder: string): readonly (readonly [string, Uint8Array])[] =>
  [...treeOf(folder)]
    .filter(([path]) => !path.endsWith("/"))
    .map(([path, bytes]) => [path, Buffer.from(bytes, "latin1")]);

test("an empty content folder is an empty blog", async (t) => {
  const output = outputFolder(t);
  const args = [`--input=${temporaryFolder(t)}`, `--output=${output}`, asOf];
  const { status, stdout } = await galley("build", ...args);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /warning\[no-settings\][^]*^0 essays, 0 words: 0 errors, 1 warning, 0 notes$/m,
  );
  for (const file of ["index.html", "essays/index.html", "tags/index.html", "feed.xml"]) {
    assert.ok(existsSync(join(output, file)), file);
  }
});

test("so is a missing one, in a fresh project", async (t) => {
  const project = projectCopy(join(temporaryFolder(t), "project"));
  rmSync(join(project, "content"), { recursive: true });
  const place = { cwd: project, env: process.env };
  const { status, stderr } = await ended(process.execPath, ["bin/galley.js", "build"], place);
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(join(project, "_site/index.html")));
});

/** Output folders that a build would do harm in, by what is wrong with them, given the content folder. */
const unsafe: Readonly<Record<string, (content: string) => string>> = {
  "the content": (content) => content,
  "a folder inside of the content": (content) => join(content, "site"),
  "the folder around the content": (content) => join(content, ".."),
  "the public files": () => join(ROOT, "public"),
  "the sources": () => join(ROOT, "src"),
  "a folder inside of the sources": () => join(ROOT, "src/site/output"),
  "the layouts": () => join(ROOT, "layouts"),
  "the libraries": () => join(ROOT, "node_modules/site"),
  "the project": () => ROOT,
  "the folder around the project": () => join(ROOT, ".."),
  "the root of the disk": () => "/",
};

for (const [what, output] of Object.entries(unsafe)) {
  test(`${what} is refused as output, and left as it is`, async (t) => {
    const content = goldenContent(t);
    const around = treeOf(join(content, ".."));
    const publicFiles = treeOf(join(ROOT, "public"));
    const refusal = /equals, contains or lies inside/;
    await assert.rejects(buildSite(content, { output: output(content) }), refusal);
    assert.deepEqual(differences(around, treeOf(join(content, ".."))), []);
    assert.deepEqual(differences(publicFiles, treeOf(join(ROOT, "public"))), []);
    assert.ok(!existsSync(join(ROOT, "src/site/output")) && !existsSync("/index.html"));
  });
}

for (const what of [
  "the content",
  "the public files",
  "the project",
  "the folder around the project",
]) {
  test(`galley build refuses ${what} as output in one line`, async (t) => {
    const content = goldenContent(t);
    const args = [`--input=${content}`, `--output=${unsafe[what]!(content)}`];
    const { status, stdout, stderr } = await galley("build", ...args);
    assert.notEqual(status, 0);
    assert.equal(stdout, "");
    assert.match(stderr, /^The output folder .* equals, contains or lies inside .*\.\n$/);
    assert.ok(!existsSync(join(ROOT, "_site/essays/every-feature")));
  });
}

test("a way around by a symbolic link is seen through", async (t) => {
  const content = goldenContent(t);
  const link = join(temporaryFolder(t), "link");
  symlinkSync(content, link);
  const before = treeOf(content);
  const args = [`--input=${content}`, `--output=${join(link, "site")}`];
  const { status, stderr } = await galley("build", ...args);
  assert.notEqual(status, 0);
  assert.match(stderr, /lies inside/);
  assert.deepEqual(differences(before, treeOf(content)), []);
});

test("a folder with files that Galley did not write is refused, and left as it is", async (t) => {
  const output = outputFolder(t);
  writeFiles(output, { "index.html": "Somebody's own page.\n", "photos/a.txt": "A photo.\n" });
  const before = treeOf(output);
  const args = [`--input=${goldenContent(t)}`, `--output=${output}`];
  const { status, stderr } = await galley("build", ...args);
  assert.notEqual(status, 0);
  assert.match(stderr, /is not empty, and Galley does not know that it filled it/);
  assert.deepEqual(differences(before, treeOf(output)), []);
});

test("a file in place of the output folder is refused, and left as it is", async (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { site: "A file.\n" });
  const output = join(folder, "site");
  t.after(() => rmSync(stateOf(output), { recursive: true, force: true }));
  const { status, stderr } = await galley(
    "build",
    `--input=${goldenContent(t)}`,
    `--output=${output}`,
  );
  assert.ok(status === 1 || status === 2, `${status}: ${stderr}`);
  assert.equal(readFileSync(output, "utf8"), "A file.\n");
});
