import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/io/root.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { freePort } from "../support/ports.ts";
import { belowPath, filledIn, started, type Serving } from "./web-server.ts";

/** Serves a folder on this machine alone with Caddy, as `deploy/Caddyfile` has it, but without https. Returns its origin. */
export async function caddy(
  scope: Scope,
  root: string,
  { path = "/" }: Pick<Serving, "path"> = {},
): Promise<string> {
  const folder = temporaryFolder(scope);
  const origin = `http://127.0.0.1:${await freePort()}`;
  const documented = readFileSync(join(ROOT, "deploy/Caddyfile"), "utf8");
  const server = filledIn(belowPath(documented, path), {
    "example.org {": `${origin} {\n\tbind 127.0.0.1`,
    "/srv/www/blog/current": root,
  });
  const configuration = join(folder, "Caddyfile");
  writeFileSync(configuration, `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${server}`);
  const command = ["caddy", "run", "--adapter", "caddyfile", "--config", configuration];
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return started(scope, command, origin, home);
}
