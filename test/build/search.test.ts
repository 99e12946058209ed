import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { stampOf } from "../../src/io/stamp.ts";
import { attempt, buildSite, galley } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";

const AS_OF = "2026-11-21";
const SETTINGS =
  "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: Notes\nurl: https://example.org/\nauthor: { name: Ada }\n";

const files = {
  "site.yaml": SETTINGS,
  "essays/2026-01-01-harbour.md": "---\ntags: [sea]\n---\n# Harbour\n\nThe harbour was quiet.\n",
  "essays/2026-01-02-lantern.md": "# Lantern\n\nThe lantern was lit.\n",
  "pages/about.md": "# About\n\nAbout Ada.\n",
};

/** A site that was built, and how it is built again. */
async function built(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const build = () => buildSite(content, { output, asOf: AS_OF });
  writeFiles(content, { ...files, ...more });
  await build();
  return {
    content,
    output,
    build,
    save: (texts: Readonly<Record<string, string>>) => writeFiles(content, texts),
    index: () => treeOf(join(output, "pagefind")),
    /** Whether the index was made anew by a build: its files are others then, whatever their bytes. */
    async isIndexedBy(build: () => Promise<unknown>) {
      const folder = join(output, "pagefind/0");
      const inode = () =>
        JSON.stringify(readdirSync(folder).map((name) => stampOf(join(folder, name))));
      const before = inode();
      await build();
      return inode() !== before;
    },
    async isClean() {
      const clean = outputFolder(t);
      await buildSite(content, { output: clean, asOf: AS_OF });
      assert.deepEqual(differences(treeOf(clean), treeOf(output)), []);
    },
  };
}

const edits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "of prose": { "essays/2026-01-02-lantern.md": "# Lantern\n\nThe lantern was put out.\n" },
  "of a title": { "essays/2026-01-02-lantern.md": "# Lanterns\n\nThe lantern was lit.\n" },
  "that makes a draft": {
    "essays/2026-01-02-lantern.md": "---\ndraft: true\n---\n# Lantern\n\nThe lantern was lit.\n",
  },
  "that holds an essay back": {
    "essays/2026-01-02-lantern.md":
      "---\ndate: 2027-01-01\n---\n# Lantern\n\nThe lantern was lit.\n",
  },
  "that adds an essay": { "essays/2026-01-03-meadow.md": "# Meadow\n\nGreen.\n" },
  "of the site's language": { "site.yaml": `${SETTINGS}language: de\n` },
  "of an address": {
    "pages/about.md": "---\nslug: ada\naliases: [about]\n---\n# About\n\nAbout Ada.\n",
  },
};

for (const [what, edit] of Object.entries(edits)) {
  test(`the index after an edit ${what} is that of a clean build, and another one`, async (t) => {
    const site = await built(t);
    const before = site.index();
    site.save(edit);
    await site.build();
    assert.notDeepEqual(differences(before, site.index()), []);
    await site.isClean();
  });
}

test("the index after a rename is that of a clean build", async (t) => {
  const site = await built(t);
  rmSync(join(site.content, "essays/2026-01-02-lantern.md"));
  site.save({ "essays/2026-01-02-candle.md": files["essays/2026-01-02-lantern.md"] });
  await site.build();
  await site.isClean();
});

test("nothing is indexed where nothing changed that can be found", async (t) => {
  const site = await built(t, { "tags/sea.md": "About the sea.\n" });
  assert.equal(await site.isIndexedBy(site.build), false);
  site.save({ "tags/sea.md": "About the wide sea.\n" });
  assert.equal(await site.isIndexedBy(site.build), false);
  site.save({ "site.yaml": SETTINGS.replace("Notes", "Other notes") });
  assert.equal(await site.isIndexedBy(site.build), false);
  site.save({ "pages/about.md": "# About\n\nAbout Grace.\n" });
  assert.equal(await site.isIndexedBy(site.build), true);
  await site.isClean();
});

test("a file of the index that is spoilt or gone is made again", async (t) => {
  const site = await built(t);
  const folder = join(site.output, "pagefind/0/fragment");
  const [first, second] = readdirSync(folder);
  writeFileSync(join(folder, first!), "spoilt");
  rmSync(join(folder, second!));
  await site.build();
  await site.isClean();
});

test("with `search: false` there is no page, no script for one, no link to one and no index, also where there was", async (t) => {
  const site = await built(t);
  for (const name of ["search/index.html", "search.css", "search.js"]) {
    assert.ok(existsSync(join(site.output, name)), name);
  }
  site.save({ "site.yaml": `${SETTINGS}search: false\n` });
  await site.build();
  assert.deepEqual(
    readdirSync(site.output).filter((name) => /search|pagefind/.test(name)),
    [],
  );
  for (const page of ["index.html", "404.html", "sitemap.xml"]) {
    assert.doesNotMatch(readFileSync(join(site.output, page), "utf8"), /\/search\//);
  }
  await site.isClean();
});

test("a site without texts has a search page that says so, and no index", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  writeFiles(content, { "site.yaml": SETTINGS });
  await buildSite(content, { output, asOf: AS_OF });
  const page = readFileSync(join(output, "search/index.html"), "utf8");
  assert.match(page, /no essays yet/);
  assert.doesNotMatch(page, /<form|search\.js/);
  assert.ok(!existsSync(join(output, "pagefind")));
});

const intruders = {
  "a page": { "pages/search.md": "# Search\n\nWords.\n" },
  "a page in the index's place": { "pages/pagefind.md": "# Pagefind\n\nWords.\n" },
  "an alias": { "pages/about.md": "---\naliases: [/pagefind/0/]\n---\n# About\n\nAbout Ada.\n" },
};

for (const [what, intruder] of Object.entries(intruders)) {
  test(`the addresses of the search are taken: ${what}`, async (t) => {
    const content = temporaryFolder(t);
    const output = outputFolder(t);
    writeFiles(content, { ...files, ...intruder });
    const refused = await attempt(content, { output, asOf: AS_OF });
    const found = refused.report.diagnostics.find(({ severity }) => severity === "error");
    assert.equal(refused.outcome, undefined);
    assert.equal(found?.code, "output-conflict");
    assert.equal(found.file, Object.keys(intruder)[0]);

    writeFiles(content, { "site.yaml": `${SETTINGS}search: false\n` });
    assert.ok((await attempt(content, { output, asOf: AS_OF })).outcome);
  });
}

test("a file of public/ cannot lie in the folder of the index", async (t) => {
  const [content, publicFolder] = [temporaryFolder(t), temporaryFolder(t)];
  writeFiles(content, files);
  writeFiles(publicFolder, { "pagefind/notes.txt": "Mine.\n" });
  const { report } = await attempt(content, { output: outputFolder(t), publicFolder, asOf: AS_OF });
  const found = report.diagnostics.find(({ severity }) => severity === "error");
  assert.equal(found?.file, "public/pagefind/notes.txt");
});

test("where Pagefind cannot run a build says what to do, and leaves the site as it was", async (t) => {
  const site = await built(t);
  const before = treeOf(site.output);
  site.save(edits["of prose"]!);
  const env = { PAGEFIND_EXTENDED_BINARY_PATH: "/nowhere/pagefind" };
  const args = ["build", `--input=${site.content}`, `--output=${site.output}`, `--as-of=${AS_OF}`];
  const { status, stderr } = await galley(...args, { env });
  assert.equal(status, 1);
  assert.match(stderr, /`search: false` in site\.yaml/);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.deepEqual(differences(before, treeOf(site.output)), []);
});
