import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";

const published = join(import.meta.dirname, "../../public/fonts");
const require = createRequire(import.meta.url);
const library = dirname(require.resolve("@fontsource-variable/literata/package.json"));

const fonts = readdirSync(published).filter((name) => name.endsWith(".woff2"));

test("the published fonts are those of the package, with its licence", () => {
  assert.ok(fonts.length > 0);
  for (const name of fonts) {
    assert.deepEqual(
      readFileSync(join(published, name)),
      readFileSync(join(library, "files", name)),
    );
  }
  assert.match(readFileSync(join(published, "OFL.txt"), "utf8"), /SIL Open Font License/);
});

test("the style sheet names every published font and no other", () => {
  const sheet = readFileSync(join(published, "../style.css"), "utf8");
  const named = Array.from(sheet.matchAll(/url\("fonts\/([^"]*)"\)/g), ([, name]) => name!);
  assert.deepEqual(named.toSorted(), fonts.toSorted());
});
