import { after } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { fixture, servedSite } from "../support/site.ts";
import { testPages } from "./pages.ts";

const scope = { after };
const prefix = "/blog/";
const site = await servedSite(scope, fixture(scope, "site"), { prefix });

testPages("A site below a path", site, await browserFor(scope));
