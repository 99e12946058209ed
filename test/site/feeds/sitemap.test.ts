import assert from "node:assert/strict";
import { test } from "node:test";
import { renderRobots, renderSitemap } from "../../../src/site/feeds/index.ts";
import { siteProps } from "../../support/props.ts";

const site = siteProps();

test("the sitemap names every address absolutely, with its day where it is known", () => {
  const urls = [{ url: "/" }, { url: "/essays/日本/", changed: "2026-02-24" }];
  assert.equal(
    renderSitemap({ kind: "sitemap", site, urls }),
    `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url>
<loc>https://example.org/blog/</loc>
</url>
<url>
<loc>https://example.org/blog/essays/%E6%97%A5%E6%9C%AC/</loc>
<lastmod>2026-02-24</lastmod>
</url>
</urlset>
`,
  );
});

test("addresses are escaped", () => {
  const xml = renderSitemap({ kind: "sitemap", site, urls: [{ url: "/tags/r&d's/" }] });
  assert.match(xml, /<loc>https:\/\/example.org\/blog\/tags\/r&#x26;d&#x27;s\/<\/loc>/);
});

test("robots.txt keeps nobody out and says where the sitemap is", () => {
  assert.equal(
    renderRobots({ kind: "robots", site }),
    "User-agent: *\nAllow: /\n\nSitemap: https://example.org/blog/sitemap.xml\n",
  );
});
