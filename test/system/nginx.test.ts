import assert from "node:assert/strict";
import { after, test } from "node:test";
import { testPages } from "../browser/pages.ts";
import { browserFor } from "../support/chromium.ts";
import { makeSure } from "../support/programs.ts";
import { fixture, servedSite } from "../support/site.ts";
import { nginx } from "./nginx.ts";

makeSure(import.meta.filename);

const scope = { after };
const built = await servedSite(scope, fixture(scope, "site"));
const site = { ...built, origin: await nginx(scope, built.folder) };
const browser = await browserFor(scope);

testPages("A site behind nginx", site, browser);

const types = {
  "/": "text/html; charset=utf-8",
  "/feed.xml": "application/rss+xml; charset=utf-8",
  "/tags/type/feed.xml": "application/rss+xml; charset=utf-8",
  "/feed.json": "application/feed+json; charset=utf-8",
  "/sitemap.xml": "text/xml",
  "/robots.txt": "text/plain; charset=utf-8",
  "/essays/harbour/map.png": "image/png",
};

for (const [path, type] of Object.entries(types)) {
  test(`nginx serves ${path} as ${type}`, async () => {
    const { status, headers } = await fetch(site.origin + path);
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), type);
  });
}

test("nginx answers an address that leads nowhere with the 404 page", async () => {
  const response = await fetch(`${site.origin}/no/such/page/`);
  assert.equal(response.status, 404);
  assert.equal(await response.text(), site.sourceOf("/404.html"));
});

test("nginx leads readers of an address without its last slash to the page", async () => {
  const { status, url } = await fetch(`${site.origin}/essays/harbour`);
  assert.equal(status, 200);
  assert.equal(url, `${site.origin}/essays/harbour/`);
});
