import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/io/root.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { freePort } from "../support/ports.ts";
import { belowPath, filledIn, started, type Serving } from "./web-server.ts";

/** Serves a folder on this machine alone with nginx, as `deploy/nginx.conf` has it. Returns its origin. */
export async function nginx(
  scope: Scope,
  root: string,
  { policy, path = "/" }: Serving = {},
): Promise<string> {
  const folder = temporaryFolder(scope);
  const port = await freePort();
  const documented = readFileSync(join(ROOT, "deploy/nginx.conf"), "utf8");
  const server = filledIn(belowPath(documented, path), {
    "listen 80;": `listen 127.0.0.1:${port};`,
    "listen [::]:80;": "",
    "/srv/www/blog/current": root,
  });
  const own =
    policy === undefined ? server : server.replace(/(set \$policy) "[^"]*"/g, `$1 "${policy}"`);
  const configuration = join(folder, "nginx.conf");
  writeFileSync(configuration, around(own, folder));
  const command = ["nginx", "-p", folder, "-c", configuration, "-e", "stderr"];
  return started(scope, command, `http://127.0.0.1:${port}`);
}

/** As Debian's `/etc/nginx/nginx.conf`, but in a folder of its own. */
const around = (server: string, folder: string): string => `
daemon off;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? "user root;" : ""}
events {}
http {
  sendfile on;
  tcp_nopush on;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  error_log stderr crit;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join("\n  ")}
  ${server}
}
`;
