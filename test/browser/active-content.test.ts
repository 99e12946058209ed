import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { ANYTHING_GOES } from "../support/server.ts";
import {
  fixture,
  hostileContent,
  servedFolder,
  servedSite,
  type ServedSite,
} from "../support/site.ts";
import { testPages } from "./pages.ts";
import { complaintsOn, factsOf, open } from "./visit.ts";

const scope = { after };

const contents = {
  "A site of active content wherever a writer can put text": fixture(scope, "active"),
  "A site of essays that other tools would take for code": hostileContent(scope, 2),
  "A site of essays that would run": hostileContent(scope, 4),
};

const sites = await Promise.all(
  Object.entries(contents).map(async ([name, content]) => {
    const guarded = await servedSite(scope, content);
    const unguarded = await servedFolder(scope, guarded.folder, { policy: ANYTHING_GOES });
    return { name, guarded, unguarded };
  }),
);
const browser = await browserFor(scope);

for (const { name, guarded, unguarded } of sites) {
  testPages(name, guarded, browser);
  testHarmlessness(`${name}, where no policy forbids anything,`, unguarded);
}

function testHarmlessness(name: string, site: ServedSite): void {
  describe(name, () => {
    test("runs nothing on any page", async () => {
      const page = await browser.newPage();
      const ran: string[] = complaintsOn(page, site.origin);
      for (const path of site.pages) {
        await open(page, site, path);
        const { canary } = await factsOf(page);
        if (canary !== undefined) ran.push(`${path} ran ${canary}`);
      }
      await page.close();
      assert.deepEqual(ran, []);
    });

    test("runs nothing in a reader that shows the feeds as they are", async () => {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/404.html`);
      const complaints = complaintsOn(page, site.origin);
      for (const feed of ["feed.xml", "feed.json"]) {
        const parts = htmlIn(feed, readFileSync(join(site.folder, feed), "utf8"));
        assert.ok(parts.length > 0);
        const html = JSON.stringify(parts.join("\n"));
        await page.evaluate(`document.querySelector("main").innerHTML = ${html}`);
      }
      const { canary } = await factsOf(page);
      await page.close();
      assert.equal(canary, undefined);
      assert.deepEqual(complaints.filter(isDoing), []);
    });
  });
}

/** What a feed hands on as HTML. */
function htmlIn(feed: string, text: string): readonly string[] {
  if (feed.endsWith(".xml")) {
    return Array.from(text.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs), ([, html]) => html!);
  }
  const { items } = JSON.parse(text) as { items: readonly { content_html: string }[] };
  return items.map(({ content_html }) => content_html);
}

/** Feeds show pictures of the site by their address, which no browser here can reach; that is no deed. */
function isDoing(complaint: string): boolean {
  return /^(?:dialog|script error)/.test(complaint);
}
