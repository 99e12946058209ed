import assert from "node:assert/strict";
import { after, test } from "node:test";
import { DEFAULT_CONTENT } from "../../src/io/root.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { makeSure } from "../support/programs.ts";
import { ANYTHING_GOES, POLICY, serve } from "../support/server.ts";
import { servedSite } from "../support/site.ts";
import { fairVerdict, lighthouseFor } from "./lighthouse.ts";
import { nginx } from "./nginx.ts";

makeSure(import.meta.filename);

/** Lighthouse asks for robots.txt from within the page, which the pages' own policy forbids: they ask for nothing. */
const WITH_ROBOTS = `${POLICY.replace(/; connect-src [^;]*/, "")}; connect-src 'self'`;

const scope = { after };
const built = await servedSite(scope, DEFAULT_CONTENT);
const origin = await nginx(scope, built.folder, { policy: WITH_ROBOTS });
const judge = await lighthouseFor(scope);

const firstOf = (pattern: RegExp): string => {
  const path = built.pages.find((page) => pattern.test(page));
  assert.ok(path, `no page is like ${pattern}`);
  return path;
};

const pages = {
  "the home page": "/",
  "an essay": firstOf(/^\/essays\/(?!\d{4}\/)[^/]+\/$/),
  "a tag's page": firstOf(/^\/(?:tags|tickers|mentions)\/[^/]+\/$/),
};

const FULL_MARKS = { performance: 100, accessibility: 100, "best-practices": 100, seo: 100 };

for (const [name, path] of Object.entries(pages)) {
  test(`Lighthouse gives ${name} of this repository's site full marks, and nothing moves`, async () => {
    const { marks, layoutShift, complaints } = await fairVerdict(judge, origin + path);
    const why = `${path}: ${complaints.join("; ")}`;
    assert.deepEqual({ ...marks, layoutShift }, { ...FULL_MARKS, layoutShift: 0 }, why);
  });
}

test("Lighthouse marks a bad page down in everything", async () => {
  const bad = await serve(scope, badSite(), { policy: ANYTHING_GOES });
  const { marks, layoutShift } = await judge(`${bad}/`);
  for (const [name, mark] of Object.entries(marks)) assert.ok(mark < 100, `${name}: ${mark}`);
  assert.deepEqual(Object.keys(marks), Object.keys(FULL_MARKS));
  assert.ok(layoutShift > 0);
});

/** Busy, pale, nameless, and not yet done when it seems to be. */
function badSite(): string {
  const folder = temporaryFolder(scope);
  const page = `<!doctype html><html><body>
    <p id="first" style="color: #ccc">Pale text.</p><img src="/missing.png">
    <p>${"Text that is pushed down. ".repeat(40)}</p>
    <script>
      for (const start = performance.now(); performance.now() - start < 1000; );
      setTimeout(() => (first.style.paddingTop = "20em"), 200);
    </script></body></html>`;
  writeFiles(folder, { "index.html": page, "404.html": "Not found" });
  return folder;
}
