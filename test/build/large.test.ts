import assert from "node:assert/strict";
import { test } from "node:test";
import { reporters } from "../../src/diagnostics/index.ts";
import { attempt } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";

const MIB = 1024 * 1024;
const filling = (part: string, size = MIB): string => part.repeat(Math.floor(size / part.length));
const numbered = (count: number, part: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => part(number)).join("");

/** Texts that are much of one thing. Each was once a stack that overflowed, or minutes of work. */
const texts: Readonly<Record<string, string>> = {
  "comments.md": filling("<!---->"),
  "sentences.md": filling("is.I'm "),
  "sentences.txt": filling("is.I'm "),
  "columns.md": `${filling("|a", MIB / 3)}|\n${filling("|-", MIB / 3)}|\n`,
  "names.md": filling("Foo.Bar "),
  "links.md": filling("[a](nowhere.md) ", MIB / 16),
  "parts.md": numbered(4000, (number) => `## h${number}\n\n[a](#x${number})\n\n`),
};

for (const [name, text] of Object.entries(texts)) {
  test(`a text with much of one thing is read and reported on: ${name}`, async (t) => {
    const content = temporaryFolder(t);
    writeFiles(content, { [`essays/2026-01-01-${name}`]: text });
    const { report } = await attempt(content, { output: outputFolder(t), asOf: "2026-11-21" });
    const shown = reporters.pretty(report, { colour: false, root: content });
    assert.equal(report.summary.essays, 1);
    assert.ok(report.diagnostics.length === 0 || shown.length > 0);
  });
}
