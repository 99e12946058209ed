import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "../../src/build/read-text.ts";
import { readTogether } from "../../src/build/read-together.ts";
import type { Source } from "../../src/essays/essay.ts";
import { readSettings } from "../../src/settings/read.ts";

const { settings } = readSettings(undefined);
const COUNT = 430;

const sources = Array.from({ length: COUNT }, (_, i): Source => ({
  file: `essays/essay-${i}.md`,
  role: "essay",
  format: "md",
  bytes: new TextEncoder().encode(`# Essay ${i}\n\nIt says *${i}* things.\n`),
  hash: String(i),
}));

test("reads texts in two threads as in one, in their order", async () => {
  const readings = await readTogether(sources, settings);
  assert.deepEqual(
    readings,
    sources.map((source) => readText(source, settings)),
  );
});

test("tells how many texts are read, until all are", async () => {
  const told: string[] = [];
  let read = 0;
  await readTogether(sources, settings, {
    expect: (total) => void told.push(`of ${total}`),
    advance: (count) => void (read += count),
    end: () => void told.push("end"),
  });
  assert.deepEqual(told, [`of ${COUNT}`, "end"]);
  assert.equal(read, COUNT);
});
