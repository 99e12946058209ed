import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

test("a clone without its libraries says what to type, in one line", (t) => {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), "galley-test-")));
  t.after(() => rmSync(clone, { recursive: true }));
  for (const part of PARTS)
    cpSync(join(import.meta.dirname, "../..", part), join(clone, part), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(clone, "bin/galley.js"), "check"], {
    encoding: "utf8",
  });
  assert.equal(status, 2);
  assert.equal(stderr, `Galley's libraries are not installed here. Run npm ci in ${clone}\n`);
});

/** What a clone has and Galley needs to start. */
const PARTS = ["bin", "layouts", "src", "package.json", "package-lock.json", ".eleventy.js"];
