import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { inputsOf } from "../../src/build/inputs.ts";
import { memoryIn } from "../../src/build/memory.ts";
import { proseEdit } from "../../src/build/prose-edit.ts";
import { recordOf } from "../../src/build/record.ts";
import { codeFingerprint } from "../../src/io/code.ts";
import { stateOf } from "../../src/io/output/folder.ts";
import { readManifest } from "../../src/io/output/manifest.ts";
import { buildSite } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";

const AS_OF = "2026-11-21";
const WORDS = "harbour ledger quiet signal copper lantern meadow verdict ribbon anchor".split(" ");

const HARBOUR = "essays/2026-01-01-harbour.md";
const LANTERN = "essays/2026-01-02-lantern.md";
const ABOUT = "pages/about.md";
const NOTES = "tags/notes.md";

/** Sixty words that no other number has. */
const passage = (number: number): string =>
  Array.from({ length: 60 }, (_, i) => `${WORDS[i % WORDS.length]}${number}x${i}`).join(" ");

const files = {
  "site.yaml":
    "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: Notes\nurl: https://example.org/\nauthor: { name: Ada }\n",
  [HARBOUR]: `---\ntags: [notes]\n---\n# Harbour\n\n${passage(1)}.\n\nSee [the lantern](2026-01-02-lantern.md#light).\n`,
  [LANTERN]: `---\ntags: [notes, rare]\n---\n# Lantern\n\n${passage(2)}.\n\n## Light\n\n${passage(3)}.\n`,
  [ABOUT]: `# About\n\n${passage(4)}.\n`,
  [NOTES]: `${passage(5)}.\n`,
};

/** A site that was built once, and what a build after an edit would do. */
async function built(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const options = { content, output, asOf: AS_OF, mode: "build" } as const;
  const texts: Record<string, string> = { ...files, ...more };
  writeFiles(content, texts);
  await buildSite(content, { output, asOf: AS_OF });

  return {
    content,
    output,
    save(file: string, edit: (text: string) => string) {
      texts[file] = edit(texts[file]!);
      writeFiles(content, { [file]: texts[file] });
    },
    /** The pages that are written where the edit is of prose alone; undefined where it is more. */
    async stale() {
      const state = stateOf(output);
      const memory = memoryIn(state, codeFingerprint().reading);
      const record = recordOf(state, readManifest(state)!, options)!;
      const edit = await proseEdit(await inputsOf(options), options, record, memory);
      return edit?.stale.map(({ page }) => page.path);
    },
    async isClean() {
      const { report } = await buildSite(content, { output, asOf: AS_OF });
      const clean = outputFolder(t);
      const { report: expected } = await buildSite(content, { output: clean, asOf: AS_OF });
      assert.deepEqual(report.diagnostics, expected.diagnostics);
      assert.deepEqual(differences(treeOf(clean), treeOf(output)), []);
      assert.ok(treeOf(join(output, "essays")).size > 0);
      return { report };
    },
  };
}

const adding =
  (words: string) =>
  (text: string): string =>
    `${text}\n${words}\n`;

const prose: Readonly<Record<string, readonly [file: string, pages: readonly string[]]>> = {
  "an essay is on its page and in feeds": [
    HARBOUR,
    ["essays/harbour/index.html", "feed.json", "feed.xml", "tags/notes/feed.xml"],
  ],
  "a page is on its own": [ABOUT, ["about/index.html"]],
  "a tag's description is on the tag's page": [NOTES, ["tags/notes/index.html"]],
};

for (const [what, [file, pages]] of Object.entries(prose)) {
  test(`an edit of prose makes only the pages stale that show it: ${what}`, async (t) => {
    const site = await built(t);
    site.save(file, adding("One more sentence."));
    assert.deepEqual((await site.stale())!.toSorted(), pages);
    await site.isClean();
  });
}

test("edits of prose in several texts are one", async (t) => {
  const site = await built(t);
  site.save(HARBOUR, adding("One more sentence."));
  site.save(ABOUT, adding("Another sentence."));
  const pages = (await site.stale())!;
  assert.ok(pages.includes("essays/harbour/index.html") && pages.includes("about/index.html"));
  await site.isClean();
});

const more: Readonly<Record<string, readonly [file: string, edit: (text: string) => string]>> = {
  "a title": [HARBOUR, (text) => text.replace("# Harbour", "# Harbours")],
  "the first words": [HARBOUR, (text) => text.replace("harbour1x0", "first")],
  "a tag": [HARBOUR, (text) => text.replace("[notes]", "[notes, rare]")],
  "a link's target": [HARBOUR, (text) => text.replace("#light", "")],
  "a new link": [HARBOUR, adding("See [tags](/tags/).")],
  "a heading that others may lead to": [LANTERN, adding("## Dusk")],
  "a date": [HARBOUR, (text) => text.replace("---\n", "---\ndate: 2026-01-05\n")],
  "a passage of another essay": [HARBOUR, adding(`${passage(3)}.`)],
  "a passage of its own": [HARBOUR, adding(`${passage(1)}.`)],
  "something that is found": [HARBOUR, adding("It is so.I mean it.")],
  "a comment that allows a passage": [HARBOUR, adding("<!-- duplicate: a refrain -->")],
};

for (const [what, [file, edit]] of Object.entries(more)) {
  test(`an edit is of more than prose when it is of ${what}`, async (t) => {
    const site = await built(t);
    site.save(file, edit);
    assert.equal(await site.stale(), undefined);
    await site.isClean();
  });
}

test("an edit of a text that shares a passage is of more than prose, on either side", async (t) => {
  const copy = { "essays/2026-01-03-copy.md": `# Copy\n\nAnew:\n\n${passage(3)}.\n` };
  for (const file of [LANTERN, ...Object.keys(copy)]) {
    const site = await built(t, copy);
    site.save(file, adding("One more sentence."));
    assert.equal(await site.stale(), undefined);
    await site.isClean();
  }
});

/** Essays that all end with the same words: so many that these are no copies. */
const signed = (words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `essays/2026-02-${String(1 + i).padStart(2, "0")}-signed-${i}.md`,
      `# Signed ${i}\n\n${passage(10 + i)}.\n\n${words}\n`,
    ]),
  );

test("an edit of the first or the newest of signed essays is of prose: the note's places move with the words", async (t) => {
  for (const number of [0, 7, 19]) {
    const essays = signed(passage(9));
    const site = await built(t, essays);
    const file = Object.keys(essays).find((name) => name.endsWith(`-signed-${number}.md`))!;
    site.save(file, (text) => text.replace(/\n\n(?=harbour9x0)/, "\n\nOne more sentence.\n\n"));
    assert.ok((await site.stale())?.includes(`essays/signed-${number}/index.html`), file);
    const { report } = await site.isClean();
    const notes = report.diagnostics.filter(({ code }) => code === "shared-text");
    assert.equal(notes.length, 1);
  }
});

test("an edit of what all essays say, in one of them, is of more than prose", async (t) => {
  const essays = signed(passage(9));
  const edits: readonly ((text: string) => string)[] = [
    (text) => text.replace("harbour9x0 ", ""),
    (text) => text.replace("ledger9x31", "changed"),
    (text) => `${text}\n${passage(9)}\n`,
  ];
  for (const edit of edits) {
    const site = await built(t, essays);
    site.save(Object.keys(essays).at(-1)!, edit);
    assert.equal(await site.stale(), undefined);
    await site.isClean();
  }
});

test("an edit between a comment and the signature that it allows is of more than prose", async (t) => {
  const essays = signed(`<!-- duplicate: we all sign -->\n\n${passage(9)}`);
  const site = await built(t, essays);
  const file = Object.keys(essays).at(-1)!;
  site.save(file, (text) => text.replace("-->\n\n", "-->\n\nOne more sentence.\n\n"));
  assert.equal(await site.stale(), undefined);
  const { report } = await site.isClean();
  assert.ok(report.diagnostics.some(({ code }) => code === "unused-allowance"));
});

test("taking one of many copies away is an edit of more than prose where some of the others are changed", async (t) => {
  const essays: Record<string, string> = { ...signed("") };
  Object.keys(essays).forEach((file, i) => {
    const words = passage(9).split(" ");
    const isChanged = i > 5 && i < 19;
    const said = words.map((word, k) => (isChanged && k % 7 === i % 7 ? `new${i}x${k}` : word));
    essays[file] += `${said.join(" ")}\n\n${passage(40 + i)}.\n`;
  });
  const site = await built(t, essays);
  site.save(Object.keys(essays)[3]!, (text) => text.replace(passage(9), passage(8)));
  assert.equal(await site.stale(), undefined);
  await site.isClean();
});

test("taking the copy of a passage away is an edit of more than prose, also where it was allowed", async (t) => {
  const copy = "essays/2026-01-03-copy.md";
  const text = `# Copy\n\nSaid anew, and meant so:\n\n<!-- duplicate: a refrain -->\n${passage(3)}.\n`;
  const site = await built(t, { [copy]: text });
  site.save(LANTERN, (whole) => whole.replace(passage(3), passage(6)));
  assert.equal(await site.stale(), undefined);
  await site.isClean();
});

test("a build after random edits of prose is a clean build, byte for byte", async (t) => {
  const next = random(11);
  const site = await built(t);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  let taken = 0;
  for (let round = 0; round < 12; round++) {
    const file = pick([HARBOUR, LANTERN, ABOUT, NOTES]);
    site.save(file, adding(`${pick(WORDS)} ${pick(WORDS)} in round ${round}.`));
    if (await site.stale()) taken++;
    await site.isClean();
  }
  assert.ok(taken >= 10, "edits of prose are to be taken as such");
});
