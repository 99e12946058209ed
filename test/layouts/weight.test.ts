import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { DEFAULT_CONTENT, ROOT } from "../../src/io/root.ts";
import { buildSite } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { jsonLdOf, tagsNamed } from "../support/markup.ts";

const WORDS = 1000;

/** What a server sends before it waits for the first answer (RFC 6928): ten packets of 1,460 bytes, as whole KiB. */
const FIRST_ROUND = 14 * 1024;

/** What web servers compress with by themselves. */
const GZIP_LEVEL = 6;

test("page and style sheet of an essay of 1,000 words fit into the first round trip, compressed", async (t) => {
  const content = join(temporaryFolder(t), "content");
  cpSync(join(DEFAULT_CONTENT, "site.yaml"), join(content, "site.yaml"));
  writeFiles(content, { "essays/2026-01-01-a-thousand-words.txt": aThousandWords() });
  const output = outputFolder(t);
  await buildSite(content, { output, prefix: "/" });

  const page = readFileSync(join(output, "essays/a-thousand-words/index.html"), "utf8");
  assert.equal(jsonLdOf(page)["wordCount"], WORDS);
  const sheets = tagsNamed(page, "link")
    .filter(({ attributes }) => attributes["rel"] === "stylesheet")
    .map(({ attributes }) => readFileSync(join(output, attributes["href"]!.replace(/\?.*/, ""))));
  assert.notEqual(sheets.length, 0);

  const weights = [Buffer.from(page), ...sheets].map(compressedSize);
  const weight = weights.reduce((sum, size) => sum + size, 0);
  assert.ok(weight <= FIRST_ROUND, `${weights.join(" + ")} bytes are more than ${FIRST_ROUND}`);
});

const compressedSize = (bytes: Uint8Array): number => gzipSync(bytes, { level: GZIP_LEVEL }).length;

/** Invented words compress as no prose does, and repeated ones far too well: these are our own documentation's. */
function aThousandWords(): string {
  const prose = ["architecture", "benchmarks"]
    .map((name) => readFileSync(join(ROOT, `docs/${name}.md`), "utf8"))
    .join("\n\n")
    .replace(/^```.*?^```$/gms, "")
    .replace(/^\|.*$/gm, "");
  // What is one word here and several to Galley would make the essay longer.
  const words = prose.split(/\s+/).filter((word) => /^\p{L}+[.,;:?]?$/u.test(word));
  assert.ok(words.length >= WORDS);
  const PARAGRAPH = 100;
  return Array.from({ length: WORDS / PARAGRAPH }, (_, i) =>
    words.slice(i * PARAGRAPH, (i + 1) * PARAGRAPH).join(" "),
  ).join("\n\n");
}
