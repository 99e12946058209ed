import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/io/root.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { freePort } from "../support/ports.ts";
import { filledIn, started } from "./web-server.ts";

/** Serves a site on this machine alone with Caddy, as `deploy/Caddyfile` has it, but without https. Returns its origin. */
export async function caddy(scope: Scope, site: string): Promise<string> {
  const folder = temporaryFolder(scope);
  const origin = `http://127.0.0.1:${await freePort()}`;
  const documented = readFileSync(join(ROOT, "deploy/Caddyfile"), "utf8");
  const server = filledIn(documented, {
    "example.org {": `${origin} {\n\tbind 127.0.0.1`,
    "/srv/www/blog/current": site,
  });
  const configuration = join(folder, "Caddyfile");
  writeFileSync(configuration, `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${server}`);
  const command = ["caddy", "run", "--adapter", "caddyfile", "--config", configuration];
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return started(scope, command, origin, home);
}
