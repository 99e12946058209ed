import { after } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { fixture, servedSite } from "../support/site.ts";
import { testAccessibility } from "./accessibility.ts";
import { testPages } from "./pages.ts";

const scope = { after };
const site = await servedSite(scope, fixture(scope, "site"));
const browser = await browserFor(scope);
const name = "A site of everything that essays can hold";

testPages(name, site, browser);
testAccessibility(name, site, browser);
