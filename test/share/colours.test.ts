import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PUBLIC } from "../../src/io/root.ts";
import { PALETTE } from "../../src/share/colours.ts";

const [light = ""] = /:root \{[^}]*\}/.exec(readFileSync(join(PUBLIC, "style.css"), "utf8")) ?? [];

/** A custom property of the pages by day, as red, green and blue. */
function colourOf(name: string): readonly number[] {
  const [, hex = ""] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(light) ?? [];
  return [...Buffer.from(hex, "hex")];
}

test("share pictures have the colours of the pages by day", () => {
  for (const name of ["paper", "ink", "line", "accent"]) {
    const colour = colourOf(name);
    assert.equal(colour.length, 3, name);
    assert.ok(
      PALETTE.some((known) => known.join() === colour.join()),
      `--${name} is ${colour.join()}, which no share picture has`,
    );
  }
});
