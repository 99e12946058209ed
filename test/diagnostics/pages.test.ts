import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { codes, pageOf, type Code } from "../../src/diagnostics/codes.ts";

const FOLDER = new URL("../../docs/diagnostics/", import.meta.url);
const table = readFileSync(new URL("README.md", FOLDER), "utf8");
const known = Object.keys(codes) as readonly Code[];

describe("the pages of the codes", () => {
  for (const code of known) {
    it(`has one for ${code}, with its sections and its severity`, () => {
      const page = readFileSync(new URL(`../../${pageOf(code)}`, import.meta.url), "utf8");
      assert.ok(page.startsWith(`# ${code}\n`));
      assert.match(page, new RegExp(`^[^\\n]*:\\d+:\\d+ ${codes[code]}\\[${code}\\] `, "m"));
      const headings = Array.from(page.matchAll(/^## (.*)$/gm), ([, heading]) => heading);
      assert.deepEqual(headings, ["Why it matters", "What to do", "If it is meant"]);
    });

    it(`lists ${code} in the table, with its severity`, () => {
      assert.match(
        table,
        new RegExp(`^\\| \\[${code}\\]\\(${code}\\.md\\) +\\| ${codes[code]}\\b`, "m"),
      );
    });
  }

  it("has none for a code that is not known", () => {
    const pages = readdirSync(FOLDER).filter((name) => name !== "README.md");
    assert.deepEqual(pages.toSorted(), known.map((code) => `${code}.md`).toSorted());
  });
});
