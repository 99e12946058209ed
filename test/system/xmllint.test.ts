import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { ended } from "../support/build.ts";
import { makeSure } from "../support/programs.ts";
import { feedSites } from "./feeds.ts";

makeSure(import.meta.filename);

for (const { name, folder, feeds } of await feedSites({ after })) {
  test(`feeds and sitemap of ${name} are well-formed XML`, async () => {
    const files = [
      ...feeds.map((path) => join(folder, decodeURI(path))),
      join(folder, "sitemap.xml"),
    ];
    const { status, stderr } = await ended("xmllint", ["--noout", "--nonet", ...files]);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  });
}
