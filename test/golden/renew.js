/** Builds the golden site anew, for `git diff` to show what became of it. */
import { cpSync, rmSync } from "node:fs";
import { tsImport } from "tsx/esm/api";

const { buildGolden, SITE } = await tsImport("./build.ts", import.meta.url);
const { outputFolder } = await tsImport("../support/folders.ts", import.meta.url);

const tidyUps = [];
const scope = { after: (tidyUp) => tidyUps.push(tidyUp) };
const output = outputFolder(scope);
try {
  await buildGolden(scope, output);
  rmSync(SITE, { recursive: true, force: true });
  cpSync(output, SITE, { recursive: true });
  console.log("test/golden/site is renewed. Look at it with: git diff test/golden/site");
} finally {
  for (const tidyUp of tidyUps.toReversed()) await tidyUp();
}
