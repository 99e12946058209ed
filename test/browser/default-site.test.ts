import { after } from "node:test";
import { DEFAULT_CONTENT } from "../../src/io/root.ts";
import { browserFor } from "../support/chromium.ts";
import { servedSite } from "../support/site.ts";
import { testAccessibility } from "./accessibility.ts";
import { testPages } from "./pages.ts";

const scope = { after };
const site = await servedSite(scope, DEFAULT_CONTENT);
const browser = await browserFor(scope);
const name = "The site of this repository";

testPages(name, site, browser);
testAccessibility(name, site, browser);
