import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Content } from "../../src/io/content.ts";
import { look, lookAhead } from "../../src/io/look.ts";
import { buildSite } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";

const texts = {
  "site.yaml": "title: Notes\n",
  "essays/2026-01-01-harbour.md": "# Harbour\n\nQuiet.\n",
  "essays/2026-01-02-空.txt": "\ufeffAn essay of 空.\n",
  "essays/unexpected.doc": "x",
};

/** With the bytes as text: a thread hands them over in another class. */
const inText = ({ sources, settings, ...rest }: Content) => ({
  ...rest,
  settings: Buffer.from(settings!).toString(),
  sources: sources.map(({ bytes, ...source }) => [source, Buffer.from(bytes).toString()]),
});

test("a look that a second thread took ahead sees what one taken at once sees", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const { "essays/unexpected.doc": _, ...sound } = texts;
  writeFiles(content, sound);
  await buildSite(content, { output, asOf: "2026-11-21" });
  writeFiles(content, texts);

  const { content: expected, stampOf } = await look(content, output);
  lookAhead(content, output);
  const ahead = await look(content, output);
  assert.deepEqual(inText(ahead.content), inText(expected));
  assert.equal(ahead.content.findings.length, 1);
  for (const path of ["index.html", "essays/harbour/index.html", "nowhere.html"]) {
    assert.equal(ahead.stampOf(path), stampOf(path));
  }
  assert.ok(ahead.stampOf("index.html"));
});

test("a look that was taken ahead is given once: the next one sees what was edited since", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  writeFiles(content, texts);
  lookAhead(content, output);
  await look(content, output);
  writeFiles(content, { "essays/2026-01-01-harbour.md": "# Harbour\n\nLoud.\n" });
  const { content: seen } = await look(content, output);
  assert.match(Buffer.from(seen.sources[0]!.bytes).toString(), /Loud/);
});

test("a look at what is no folder sees no content, ahead as at once", async (t) => {
  const file = join(temporaryFolder(t), "file");
  writeFiles(join(file, ".."), { file: "no folder" });
  const output = outputFolder(t);
  lookAhead(file, output);
  const { content } = await look(file, output);
  assert.deepEqual(content.sources, []);
});
