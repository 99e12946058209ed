import assert from "node:assert/strict";
import { realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { indexOf, type IndexFile } from "../../src/io/pagefind.ts";
import { hashOf } from "../../src/io/files.ts";
import { ended } from "../support/build.ts";
import { temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";
import { ROOT } from "../../src/io/root.ts";

const WORDS = "harbour ledger quiet signal copper lantern meadow verdict ribbon anchor".split(" ");

/** Texts that share words, so that the index has long lists of places. */
function documents(count: number) {
  const next = random(3);
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 80 }, () => WORDS[Math.floor(next() * WORDS.length)]);
    return {
      url: `/essays/${i}/`,
      html: `<html><head><meta data-pagefind-meta="title[content]" content="Essay ${i}"></head><body><h2 id="a">Part</h2><p>${words.join(" ")} w${i}</p></body></html>`,
    };
  });
}

const sums = (files: readonly IndexFile[]) =>
  files.map(({ path, content }) => `${path} ${hashOf(content)}`).toSorted();

test("the same texts in the same order give the same bytes, every time and beside each other", async () => {
  const texts = documents(300);
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => indexOf(texts, "en")));
  others.push(await indexOf(texts, "en"));
  for (const other of others) assert.deepEqual(sums(other), sums(first!));
});

test("an index knows nothing of the machine: time zone, locale and folder are all the same", async () => {
  const script = `
    import { indexOf } from ${JSON.stringify(new URL("../../src/io/pagefind.ts", import.meta.url).href)};
    const files = await indexOf([{ url: "/a/", html: "<html><body>İstanbul Straße words</body></html>" }], "en");
    console.log(files.map(({ path, content }) => path + Buffer.from(content).toString("base64")).toSorted().join());`;
  const run = (env: NodeJS.ProcessEnv, cwd: string) =>
    ended(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script],
      { env: { ...process.env, ...env }, cwd },
    );
  const here = await run({ TZ: "UTC", LC_ALL: "C" }, ROOT);
  const there = await run({ TZ: "Asia/Tokyo", LC_ALL: "tr_TR.UTF-8" }, "/");
  assert.equal(here.status, 0, here.stderr);
  assert.ok(here.stdout.length > 1000);
  assert.equal(there.stdout, here.stdout);
});

test("an index holds what the search page asks for, and no other program", async () => {
  const names = async (language: string) =>
    (await indexOf(documents(2), language)).map(({ path }) =>
      path.replace(/[\da-f]{7,}\./, "….").replace(/_….*(?=\.)/, "_…"),
    );
  assert.deepEqual((await names("en")).toSorted(), [
    "fragment/en_….pf_fragment",
    "fragment/en_….pf_fragment",
    "index/en_….pf_index",
    "pagefind-entry.json",
    "pagefind.en_….pf_meta",
    "pagefind.js",
    "wasm.en.pagefind",
  ]);
  assert.ok((await names("unknown")).includes("wasm.unknown.pagefind"));
  assert.ok((await names("lt")).some((name) => name.startsWith("wasm.")));
});

test("a text is kept with its title and its headings", async () => {
  const files = await indexOf(documents(1), "en");
  const { content } = files.find(({ path }) => path.startsWith("fragment/"))!;
  // A few letters of Pagefind's own stand in front.
  const json = gunzipSync(content)
    .toString("utf8")
    .replace(/^[^{]*/, "");
  const fragment = JSON.parse(json) as Record<string, unknown>;
  assert.equal(fragment["url"], "/essays/0/");
  assert.deepEqual(fragment["meta"], { title: "Essay 0" });
  assert.match(JSON.stringify(fragment["anchors"]), /"id":"a"/);
});

test("where Pagefind does not run, the setting that does without it is named", async () => {
  const before = process.env.PAGEFIND_EXTENDED_BINARY_PATH;
  process.env.PAGEFIND_EXTENDED_BINARY_PATH = "/nowhere/pagefind";
  try {
    await assert.rejects(indexOf([], "en"), /`search: false` in site\.yaml/);
  } finally {
    if (before === undefined) delete process.env.PAGEFIND_EXTENDED_BINARY_PATH;
    else process.env.PAGEFIND_EXTENDED_BINARY_PATH = before;
  }
});

const inFolderOfOwn = (env: NodeJS.ProcessEnv, cwd: string) =>
  ended(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", ONE],
    {
      env: { ...process.env, ...env },
      cwd,
    },
  );

/** Indexes one text, and says how that ended. */
const ONE = `
  import { indexOf } from ${JSON.stringify(new URL("../../src/io/pagefind.ts", import.meta.url).href)};
  const documents = [{ url: "/a/", html: "<html><body>Words</body></html>" }];
  await indexOf(documents, "en").then(
    (files) => console.log("files", files.length > 0, process.cwd()),
    (error) => console.log(error.constructor.name, error.message),
  );`;

test("settings of Pagefind that lie where somebody works are not read", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "pagefind.yaml"), "foo: [bar");
  const { stdout } = await inFolderOfOwn({}, folder);
  assert.equal(stdout, `files true ${realpathSync(folder)}\n`);
});

test("a Pagefind that ends before it is done is an error, and not the end of everything", async (t) => {
  const folder = temporaryFolder(t);
  const program = join(folder, "program");
  for (const script of [
    "exit 0",
    "head -c 20 >/dev/null",
    "exec /bin/cat > /dev/null & sleep 0.2",
  ]) {
    writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const { stdout } = await inFolderOfOwn({ PAGEFIND_EXTENDED_BINARY_PATH: program }, folder);
    assert.match(stdout, /^(?:Refusal|Error) .*Pagefind/, script);
  }
});

test("a folder is no Pagefind", async (t) => {
  const folder = temporaryFolder(t);
  const { stdout } = await inFolderOfOwn({ PAGEFIND_EXTENDED_BINARY_PATH: folder }, folder);
  assert.match(stdout, /^Refusal .*is not installed/);
});
