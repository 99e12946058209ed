import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeSure } from "../support/programs.ts";
import { feedSites, shown } from "./feeds.ts";

makeSure(import.meta.filename);

for (const { name, folder, entries } of await feedSites({ after })) {
  test(`sfeed reads every essay of ${name}`, () => {
    const lines = sfeed(readFileSync(join(folder, "feed.xml"))).map(
      ([seconds, title, link, content, type, id, , , tags]) => ({
        moment: Number(seconds) * 1000,
        title: shown(title!),
        link,
        hasContent: content !== "",
        type,
        id,
        tags: shown(tags!),
      }),
    );
    const expected = entries.map(({ id, title, url, date_published, content_html, tags = [] }) => ({
      moment: Date.parse(date_published),
      title: shown(title),
      link: url,
      hasContent: content_html !== "",
      type: "html",
      id,
      tags: shown(tags.join("|")),
    }));
    assert.deepEqual(lines, expected);
  });
}

/** One line for each item: time, title, link, content, its type, id, author, enclosure, categories. */
function sfeed(input: Uint8Array): readonly (readonly string[])[] {
  const { status, stdout } = spawnSync("sfeed", { input, encoding: "utf8" });
  assert.equal(status, 0);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}
