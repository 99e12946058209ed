import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../src/io/root.ts";

const SYSTEM = join(ROOT, "test/system");

test("every test of the system suite is listed with the programs that it needs, and no other", () => {
  const { tests } = JSON.parse(readFileSync(join(SYSTEM, "programs.json"), "utf8")) as {
    tests: Readonly<Record<string, unknown>>;
  };
  const files = readdirSync(SYSTEM).filter((name) => name.endsWith(".test.ts"));
  assert.deepEqual(Object.keys(tests).toSorted(), files.toSorted());
});
