import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { freePort } from "../support/ports.ts";
import { POLICY, SEARCH_POLICY } from "../support/server.ts";

/**
 * Serves a site with nginx on this machine alone, under a content security policy; of the search page too, where it is
 * given. What readers' browsers load is compressed, and may be kept for a while. Returns its origin.
 */
export async function nginx(scope: Scope, site: string, policy?: string): Promise<string> {
  const folder = temporaryFolder(scope);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const configuration = join(folder, "nginx.conf");
  writeFileSync(configuration, configured(site, folder, port, policy));
  const server = spawn("nginx", ["-p", folder, "-c", configuration, "-e", "stderr"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  scope.after(() => {
    server.kill("SIGTERM");
  });
  await answering(origin, server);
  return origin;
}

/** As a server's owner would set it up: of Galley's own, only the types of the feeds and the 404 page need saying. */
const configured = (site: string, folder: string, port: number, policy?: string): string => `
daemon off;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? "user root;" : ""}
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join("\n  ")}
  map $uri $policy {
    default "${policy ?? POLICY}";
    ~^/search/ "${policy ?? SEARCH_POLICY}";
  }
  server {
    listen 127.0.0.1:${port};
    root ${site};
    charset utf-8;
    charset_types text/css text/plain application/rss+xml application/feed+json;
    error_page 404 /404.html;
    add_header Content-Security-Policy $policy always;
    add_header Cache-Control "public, max-age=3600";
    gzip on;
    gzip_types text/css text/javascript application/javascript application/wasm application/json image/svg+xml
      application/rss+xml application/feed+json;
    location ~ /feed\\.xml$ { types {} default_type application/rss+xml; }
    location ~ /feed\\.json$ { types {} default_type application/feed+json; }
  }
}
`;

/** Waits until the server takes questions. Fails where it ends instead. */
async function answering(origin: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.pid !== undefined) {
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(20);
  }
  throw new Error("nginx did not start");
}
