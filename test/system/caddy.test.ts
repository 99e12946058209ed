import { after } from "node:test";
import { makeSure } from "../support/programs.ts";
import { caddy } from "./caddy.ts";
import { releasedSite, testBelowPath, testServing } from "./served-release.ts";
import { testSwitches } from "./switches.ts";

makeSure(import.meta.filename);

const scope = { after };
const site = await releasedSite(scope);

testServing("Caddy", site, await caddy(scope, site));
testBelowPath("Caddy", site, caddy);
testSwitches("Caddy", caddy);
