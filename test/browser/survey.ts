import type { Browser } from "playwright-core";
import type { ServedSite } from "../support/site.ts";
import { complaintsOn, factsOf, open, type Facts } from "./visit.ts";

/** The narrowest window that WCAG 2.2 asks text to fit (1.4.10), in CSS pixels. */
const NARROW = { width: 320, height: 640 };

/** What a browser has to say about a page. */
export interface Surveyed extends Facts {
  /** On the server, with the prefix, percent-encoded. */
  readonly path: string;
  readonly complaints: readonly string[];
  /** Its text in a browser that runs no scripts. */
  readonly textWithoutScripts: string;
}

/** Visits every page of a site in a narrow window. */
export async function survey(site: ServedSite, browser: Browser): Promise<readonly Surveyed[]> {
  const scripted = await browser.newPage({ viewport: NARROW });
  const scriptless = await browser.newPage({ viewport: NARROW, javaScriptEnabled: false });
  const complaints = complaintsOn(scripted, site.origin);
  const pages: Surveyed[] = [];
  for (const path of site.pages) {
    await open(scripted, site, path);
    await open(scriptless, site, path);
    const facts = await factsOf(scripted);
    const { text: textWithoutScripts } = await factsOf(scriptless);
    pages.push({ path, ...facts, complaints: complaints.splice(0), textWithoutScripts });
  }
  await scripted.close();
  await scriptless.close();
  return pages;
}
