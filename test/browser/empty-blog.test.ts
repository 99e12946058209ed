import { after } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { temporaryFolder } from "../support/folders.ts";
import { servedSite } from "../support/site.ts";
import { testAccessibility } from "./accessibility.ts";
import { testPages } from "./pages.ts";

const scope = { after };
const site = await servedSite(scope, temporaryFolder(scope));
const browser = await browserFor(scope);
const name = "A blog without an essay";

testPages(name, site, browser);
testAccessibility(name, site, browser);
