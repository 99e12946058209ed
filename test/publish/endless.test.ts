import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bornAt } from "../../src/io/process-identity.ts";
import { blogServer, isRefused, liveOn } from "../support/blog-server.ts";

/** Starts another program, which starts another, and waits for ever. */
const ENDLESS = `import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
appendFileSync(NOTES, process.pid + " ");
if (process.argv[2] !== "2") spawn(process.execPath, [import.meta.filename, process.argv[2] === "1" ? "2" : "1"]);
setInterval(() => {}, 1000);
`;

test("a build that never ends is ended with all that it started, and the push refused", async (t) => {
  const server = await blogServer(t, "--trust=code", "--build-seconds=2");
  const notes = join(server.folder, "notes");
  const writer = server.writer();
  writer.commit({
    "package.json": JSON.stringify({ name: "site", type: "module" }),
    "package-lock.json": JSON.stringify({ name: "site", lockfileVersion: 3, packages: { "": {} } }),
    "bin/galley.js": ENDLESS.replace("NOTES", JSON.stringify(notes)),
  });
  isRefused(await writer.push(), /The build took longer than 2 s and was ended\./);
  const pids = readFileSync(notes, "utf8").trim().split(" ").map(Number);
  assert.equal(pids.length, 3);
  assert.deepEqual(pids.map(bornAt), ["", "", ""]);
  assert.equal(liveOn(server), undefined);
});
