import { after } from "node:test";
import { testPages } from "../browser/pages.ts";
import { browserFor } from "../support/chromium.ts";
import { makeSure } from "../support/programs.ts";
import { servedFolder } from "../support/site.ts";
import { nginx } from "./nginx.ts";
import { releasedSite, testBelowPath, testServing } from "./served-release.ts";
import { testSwitches } from "./switches.ts";

makeSure(import.meta.filename);

const scope = { after };
const folder = await releasedSite(scope);
const origin = await nginx(scope, folder);

testServing("nginx", folder, origin);
testBelowPath("nginx", folder, nginx);
testSwitches("nginx", nginx);

const site = { ...(await servedFolder(scope, folder)), origin };
testPages("A site behind nginx", site, await browserFor(scope));
