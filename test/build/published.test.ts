import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSite } from "../support/build.ts";
import { treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";

const PASSAGE =
  "The harbour was quiet that morning, and the lanterns on the east pier were still lit, though nobody had asked for light since the ferry left for the islands at six.";

test("what is published is the same whether passages are looked for or not", async (t) => {
  const trees = [];
  for (const severity of ["warning", "off"]) {
    const content = temporaryFolder(t);
    writeFiles(content, {
      "site.yaml": `id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: T\nurl: https://example.org/\nauthor: { name: Ada }\nsharePictures: false\nduplicates: { severity: ${severity} }\n`,
      "essays/2026-01-01-harbour.md": `${PASSAGE}\n\nAnd *once* more:\n\n${PASSAGE}\n`,
      "essays/2026-01-02-lantern.txt": `${PASSAGE}\n`,
    });
    const output = outputFolder(t);
    const { report } = await buildSite(content, { output });
    const passages = report.diagnostics.filter(({ code }) => code === "duplicate-passage");
    assert.equal(passages.length > 0, severity === "warning");
    trees.push(treeOf(output));
  }
  assert.deepEqual(trees[0], trees[1]);
});
