import { readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Scope } from "./folders.ts";

/** The policy that every page holds under: nothing runs, nothing comes from elsewhere. See GUARANTEES 4. */
export const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'";

/** The policy of the search page: its script and no other, the index, and the program that looks into it. docs/search.md */
export const SEARCH_POLICY = `${POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`;

/** A policy that forbids nothing: what can run, runs. */
export const ANYTHING_GOES = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";

export interface Serving {
  /** The path that the site is served below, with a slash at both ends. */
  readonly prefix?: string;
  /** The content security policy; of the search page too, where it is given. */
  readonly policy?: string;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

/** Serves a built site on this machine alone, as a plain web server would. Returns its origin. */
export async function serve(
  scope: Scope,
  folder: string,
  { prefix = "/", policy }: Serving = {},
): Promise<string> {
  const policyOf = (path: string): string =>
    policy ?? (path === `${prefix}search/` ? SEARCH_POLICY : POLICY);
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
    const file = path.startsWith(prefix)
      ? fileAt(join(folder, path.slice(prefix.length - 1)))
      : undefined;
    if (file === undefined) send(response, 404, join(folder, "404.html"), policyOf(path));
    else send(response, 200, file, policyOf(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  scope.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A folder's file is its `index.html`, asked for with a slash at the end. */
function fileAt(path: string): string | undefined {
  const file = path.endsWith("/") ? join(path, "index.html") : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function send(response: ServerResponse, status: number, file: string, policy: string): void {
  response.writeHead(status, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
  });
  response.end(readFileSync(file));
}
