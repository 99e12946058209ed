import assert from "node:assert/strict";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { renderHtml } from "../../src/diagnostics/html.ts";
import { browserFor } from "../support/chromium.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { sampleReports } from "../support/reports.ts";
import { violationsOn } from "./accessibility.ts";
import { faultsOfWalk } from "./keyboard.ts";
import { motionOn } from "./motion.ts";
import { complaintsOn, factsOf } from "./visit.ts";

const scope = { after };
const folder = temporaryFolder(scope);
const browser = await browserFor(scope);

/** A report as somebody opens it who got it by mail. */
async function opened(name: string): Promise<Page> {
  const file = `${name.replaceAll(" ", "-")}.html`;
  writeFiles(folder, { [file]: renderHtml(sampleReports[name]!, { root: "content" }) });
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(pathToFileURL(join(folder, file)).href);
  return page;
}

for (const name of Object.keys(sampleReports)) {
  describe(`a report on ${name}`, () => {
    test("asks for nothing and gives the browser no reason to complain", async () => {
      const page = await opened(name);
      const complaints = complaintsOn(page, "file://");
      await page.reload();
      assert.deepEqual(complaints, []);
      assert.deepEqual((await factsOf(page)).scripts, []);
      // Its policy lets its style sheet in.
      assert.notEqual(await page.evaluate("getComputedStyle(document.body).maxWidth"), "none");
      await page.close();
    });

    test("fits a window of 320 pixels without scrolling sideways", async () => {
      const page = await opened(name);
      await page.setViewportSize({ width: 320, height: 800 });
      assert.equal((await factsOf(page)).overflow, 0);
      await page.close();
    });

    test("passes axe, narrow and wide, in light and dark, and moves nothing", async () => {
      const page = await opened(name);
      assert.deepEqual(await violationsOn(page), []);
      assert.deepEqual(await motionOn(page), []);
      await page.close();
    });
  });
}

test("a report can be walked through by keyboard", async () => {
  const page = await opened("passages");
  await page.setViewportSize({ width: 390, height: 844 });
  assert.deepEqual(await faultsOfWalk(page, true), []);
  await page.close();
});

test("a report on paper has all texts and places, and no navigation", async () => {
  const page = await opened("passages");
  await page.emulateMedia({ media: "print" });
  const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count();
  assert.equal(await shown("nav"), 0);
  assert.equal(await shown(".side"), 6);
  await page.close();
});
