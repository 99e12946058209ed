import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { ServedSite } from "../support/site.ts";

/** Console lines, errors, dialogs, failed and refused requests: nothing of it belongs to a page. */
export function complaintsOn(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (line) => complaints.push(`console ${line.type()}: ${line.text()}`));
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("dialog", async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`request to ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  return complaints;
}

/** Opens a page of a site. Where it sends readers on, the browser stays nevertheless. */
export async function open(page: Page, site: ServedSite, path: string): Promise<void> {
  await page.unrouteAll();
  const url = site.origin + path;
  if (site.sourceOf(path).includes('http-equiv="refresh"')) {
    const elsewhere = ({ href }: URL): boolean => href !== url && href.endsWith("/");
    // "No content" leaves the browser where it is.
    await page.route(elsewhere, (route) => route.fulfill({ status: 204 }));
  }
  await page.goto(url);
}

/** What `page-facts.js` finds in a document. */
export interface Facts {
  readonly text: string;
  readonly headings: readonly string[];
  readonly ids: readonly string[];
  /** Every `href` and `src`, and the addresses in `meta` elements, as written. */
  readonly targets: readonly string[];
  /** How much wider the document is than its window, in CSS pixels. */
  readonly overflow: number;
  /** The names of all start tags, and of all end tags with a slash, in the order of the tree. */
  readonly tags: readonly string[];
  /** The names of all attributes. */
  readonly attributes: readonly string[];
  /** The types of all scripts. */
  readonly scripts: readonly string[];
  /** What hostile content sets where it gets to run. */
  readonly canary?: string;
}

const PAGE_FACTS = readFileSync(join(import.meta.dirname, "page-facts.js"), "utf8");

export const factsOf = (page: Page): Promise<Facts> => page.evaluate<Facts>(PAGE_FACTS);
