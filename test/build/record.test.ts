import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { stateOf } from "../../src/io/output/folder.ts";
import { buildSite } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";

const files = {
  "site.yaml": "title: Notes\n",
  "essays/2026-11-20-now.md": "# Now\n\nIt is now.\n",
  "essays/2026-11-25-soon.md": "# Soon\n\nIt is soon.\n",
};

test("a record of another day than the site's is not taken for its own, as after a build that was killed", async (t) => {
  const content = temporaryFolder(t);
  writeFiles(content, files);
  const [output, clean] = [outputFolder(t), outputFolder(t)];
  const record = join(stateOf(output), "record.json");
  await buildSite(content, { output, asOf: "2026-11-21" });
  copyFileSync(record, `${record}.old`);
  await buildSite(content, { output, asOf: "2026-11-30" });
  copyFileSync(`${record}.old`, record);

  await buildSite(content, { output, asOf: "2026-11-21" });
  await buildSite(content, { output: clean, asOf: "2026-11-21" });
  assert.deepEqual(differences(treeOf(clean), treeOf(output)), []);
});

for (const name of ["record.json", "texts.json", "readings", "sketches"]) {
  test(`a damaged or missing ${name} costs time and nothing else`, async (t) => {
    const content = temporaryFolder(t);
    const output = outputFolder(t);
    const path = join(stateOf(output), name);
    for (const damaged of ["", "{}", "[]", "null", '{"digests":{}}', "cut"]) {
      writeFiles(content, files);
      await buildSite(content, { output, asOf: "2026-11-21" });
      const whole = readFileSync(path, "utf8");
      writeFileSync(path, damaged === "cut" ? whole.slice(0, -10) : damaged);
      writeFiles(content, { "essays/2026-11-20-now.md": `# Now\n\nIt is now. ${damaged}\n` });
      const clean = outputFolder(t);
      await buildSite(content, { output, asOf: "2026-11-21" });
      await buildSite(content, { output: clean, asOf: "2026-11-21" });
      assert.deepEqual(differences(treeOf(clean), treeOf(output)), [], damaged);
    }
  });
}
