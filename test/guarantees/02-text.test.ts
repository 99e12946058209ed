import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { buildSite } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { acceptedCases, pagesAloneOf } from "../support/hostile.ts";
import { publishedIn, type Published } from "../support/published.ts";
import { randomText } from "../support/random-essays.ts";
import { random } from "../support/random.ts";
import { missingWord, shown, shownInBody, shownTags, written } from "../support/reading.ts";

const asOf = "2026-06-30";

for (const hostile of acceptedCases()) {
  test(`shows every word of "${hostile.name}", in order`, async (t) => {
    const content = pagesAloneOf(hostile, join(temporaryFolder(t), "content"));
    const output = outputFolder(t);
    await buildSite(content, { output, asOf });
    publishedIn(content, output).forEach(showsAll);
  });
}

test("shows every word of random texts between random marks, in order", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const next = random(2);
  for (let i = 0; i < 150; i++) {
    const file = `essays/2026-01-02-random-${i}.${i % 2 === 0 ? "md" : "txt"}`;
    writeFiles(content, { [file]: randomText(next, `n${i}`, 60) });
  }
  await buildSite(content, { output, asOf });
  publishedIn(content, output).forEach(showsAll);
});

/** Markdown may add words (numbers of notes, addresses in place of pictures); plain text is shown letter for letter. */
function showsAll({ file, text, format, page }: Published): void {
  const wanted = written(text, format);
  if (format === "txt") {
    assert.equal(shownInBody(page).join(""), wanted.words.join(""), file);
  } else {
    const missing = missingWord(wanted, shown(page));
    const begin = text.slice(0, LONGEST_SHOWN);
    assert.equal(
      missing,
      undefined,
      `${file}: its page lacks the last of "${missing}", in\n${begin}`,
    );
  }
  if (!file.startsWith("essays/")) return;
  const tags = new Set(shownTags(page).map(folded));
  for (const tag of wanted.tags) assert.ok(tags.has(folded(tag)), `${file}: ${tag}`);
}

/** Spellings of one tag are shown as one. */
const folded = (tag: string): string => tag.normalize("NFC").toLowerCase();

const LONGEST_SHOWN = 2000;
