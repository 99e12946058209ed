import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The npm of Debian 13 is 9.2: it compares an override with each wish for the package, and knows ranges only. */
test("npm 9 can install what is locked: no override for what is asked for by a tag, which has its address instead", () => {
  const { overrides } = json("package.json") as { overrides: Record<string, string> };
  const { packages } = json("package-lock.json") as { packages: Record<string, Locked> };
  const byTag = Object.values(packages).flatMap(({ dependencies = {} }) =>
    Object.entries(dependencies).flatMap(([name, wish]) => (wish === "latest" ? [name] : [])),
  );
  assert.ok(byTag.length > 0, "nothing is asked for by a tag: this test can go");
  for (const name of byTag) {
    assert.equal(overrides[name], undefined, name);
    assert.ok(packages[`node_modules/${name}`]?.resolved, `${name} has no "resolved"`);
  }
});

interface Locked {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const json = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../..", file), "utf8"));
