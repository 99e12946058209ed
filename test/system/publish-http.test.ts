import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname } from "node:path";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import {
  blogServer,
  isAccepted,
  isRefused,
  isWhole,
  remoteLines,
  SETTINGS,
} from "../support/blog-server.ts";
import type { Scope } from "../support/folders.ts";
import { gitEnvironment } from "../support/repository.ts";
import { makeSure } from "../support/programs.ts";

makeSure(import.meta.filename);

/** Serves the repositories of a folder as a web server does that runs git's own program: gitprotocol-http(5). */
async function gitOverHttp(scope: Scope, folder: string): Promise<string> {
  const server = createServer((request, response) => void answer(folder, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  scope.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url!, "http://127.0.0.1");
  const body = await buffer(request);
  const backend = spawn("git", ["http-backend"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...gitEnvironment(),
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      REMOTE_USER: "ada",
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
    },
  });
  backend.stdin.end(body);
  const said = await buffer(backend.stdout);
  const end = said.indexOf("\r\n\r\n");
  for (const line of said.subarray(0, end).toString("latin1").split("\r\n")) {
    const [name = "", value = ""] = line.split(": ");
    if (name === "Status") response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.end(said.subarray(end + 4));
}

test("over http, an essay goes live and a broken one is refused", async (t) => {
  const server = await blogServer(t);
  const origin = await gitOverHttp(t, dirname(server.repo));
  const writer = server.writer();
  writer.git("remote", "add", "far", `${origin}/${basename(server.repo)}`);
  const push = () => writer.push(["far", "main"]);
  writer.commit({
    "content/site.yaml": SETTINGS,
    "content/essays/2026-01-02-one.md": "# One\n\nWords.\n",
  });
  const first = await push();
  isAccepted(first);
  assert.match(remoteLines(first).at(-1)!, /^Live at https:\/\/example\.org\/blog\/ in /);
  isWhole(server, writer);
  writer.commit({ "content/essays/2026-01-02-one.md": "# One\n\n[There](nowhere.md).\n" });
  isRefused(await push(), /error\[broken-link\]/);
});
