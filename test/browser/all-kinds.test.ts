import { after } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { servedSite } from "../support/site.ts";
import { testAccessibility } from "./accessibility.ts";
import { testKeyboard } from "./keyboard.ts";
import { contentOfAllKinds, pagesOfAllKinds } from "./kinds.ts";
import { testStillness } from "./motion.ts";

const scope = { after };
const site = await servedSite(scope, contentOfAllKinds(scope));
const pages = pagesOfAllKinds(site);
const browser = await browserFor(scope);
const name = "A site of all kinds of pages";

/** A page of cards, one of text, one of terms, one to type into, and one that is read from the right. */
const WALKED = new Set(["/", "/essays/every-feature/", "/tags/", "/search/", "/essays/arabic/"]);

testAccessibility(name, { ...site, pages }, browser);
testKeyboard(
  name,
  site,
  pages.filter((path) => WALKED.has(path)),
  browser,
);
testStillness(name, site, pages, browser);
