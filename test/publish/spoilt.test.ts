import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { blogServer, isAccepted, isWhole, seen, SETTINGS } from "../support/blog-server.ts";

const server = await blogServer(test);
const writer = server.writer();
const essay = "content/essays/2026-01-02-one.md";
const live = (path: string): string => join(server.www, "current", path);

writer.commit({
  "content/site.yaml": SETTINGS,
  [essay]: "# One\n\nWords of it.\n",
  "public/a.txt": "a\n",
  "public/b/c.txt": "c\n",
  "public/d.txt": "d\n",
});
isAccepted(await writer.push());

/** Edits that leave all files of public/ as they are. */
async function pushWords(words: string): Promise<void> {
  writer.commit({ [essay]: `# One\n\n${words}\n` });
  isAccepted(await writer.push());
}

test("what somebody wrote into the live release, or took out of it, is as it should be in the next", async () => {
  appendFileSync(live("a.txt"), "Defaced.");
  rmSync(live("b"), { recursive: true });
  writeFileSync(live("b"), "");
  rmSync(live("d.txt"));
  mkdirSync(live("d.txt"));
  await pushWords("Other words.");
  isWhole(server, writer);
});

test("so it is where a refused push had begun a release before", async () => {
  writer.commit({ [essay]: "# One\n\n[There](nowhere.md).\n" });
  assert.equal((await writer.push()).status, 1);
  appendFileSync(live("a.txt"), "Defaced.");
  await pushWords("More words.");
  isWhole(server, writer);
});

test("files that .gitattributes of a later push change are changed, as in a new clone", async () => {
  writer.commit({ "public/.gitattributes": "*.txt eol=crlf\n" });
  isAccepted(await writer.push());
  assert.equal(seen(server, "a.txt"), "a\r\n");
  writer.commit({ "public/.gitattributes": undefined });
  isAccepted(await writer.push());
  assert.equal(seen(server, "a.txt"), "a\n");
});
