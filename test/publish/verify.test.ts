import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { recordOf } from "../../src/publish/record-of.ts";
import { textOf } from "../../src/publish/release-record.ts";
import { ask } from "../../src/publish/verify/fetch.ts";
import { galley } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** A release with a page, a picture, a name that needs escaping, and what only a host reads. */
function release(scope: Scope, more: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder(scope);
  writeFiles(folder, {
    "feed.json": JSON.stringify({ home_page_url: "https://example.org/blog/" }),
    "index.html": "<p>Home",
    "essays/a/index.html": "<p>An essay",
    "tags/c#/é?.txt": "a name",
    "404.html": "<p>Nothing here",
    ".nojekyll": "",
    ".well-known/security.txt": "mailto:ada@example.org",
    ...more,
  });
  const record = recordOf(folder, { commit: COMMIT, asOf: "2026-06-30" });
  writeFileSync(join(folder, "release.json"), textOf(record));
  return folder;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves on this machine alone; returns the origin. */
async function listening(scope: Scope, handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  scope.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves a folder below /blog/; `index.html` only as its folder, hidden files not at all. */
const serving =
  (folder: string, asked: string[] = []): Handler =>
  ({ url = "/" }, response) => {
    const path = decodeURIComponent(url);
    asked.push(path);
    const file = join(folder, path.replace(/^\/blog/, "").replace(/\/$/, "/index.html"));
    const isShown = path.startsWith("/blog/") && !/index\.html$|\/\.(?!well-known\/)/.test(path);
    if (!isShown || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
    } else response.end(readFileSync(file));
  };

test("verify finds nothing in a release that is as it was written", async (t) => {
  const { status, stdout, stderr } = await galley("verify", release(t));
  assert.deepEqual([status, stdout], [0, ""], stderr);
  assert.equal(
    stderr,
    "All as release.json says, 7 files: commit 0123456, as of 2026-06-30, Galley 0.1.0.\n",
  );
});

test("verify names what differs in a folder, is missing, is too many, or is no file", async (t) => {
  const folder = release(t);
  writeFileSync(join(folder, "index.html"), "<p>Homf");
  rmSync(join(folder, "essays/a/index.html"));
  rmSync(join(folder, "404.html"));
  symlinkSync("index.html", join(folder, "404.html"));
  writeFiles(folder, { "essays/\u001b[2Jnew.html": "" });
  const { status, stdout, stderr } = await galley("verify", folder);
  assert.equal(status, 1);
  assert.deepEqual(stdout.split("\n"), [
    "differs     404.html",
    "extra       essays/\\u{001B}[2Jnew.html",
    "missing     essays/a/index.html",
    "differs     index.html",
    "",
  ]);
  assert.match(stderr, /^Not as release\.json says: 4 files, and it names 7: commit 0123456/);
});

test("verify names fifty files and counts the rest, and all of them when it is asked to", async (t) => {
  const pages = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p/${i}.html`, ""]));
  const folder = release(t, pages);
  rmSync(join(folder, "p"), { recursive: true });
  const few = (await galley("verify", folder)).stdout.trim().split("\n");
  assert.deepEqual([few.length, few.at(-1)], [51, "and 10 files more: --all names them"]);
  assert.equal((await galley("verify", folder, "--all")).stdout.trim().split("\n").length, 60);
});

test("verify asks for another commit's release in vain", async (t) => {
  const folder = release(t);
  assert.equal((await galley("verify", folder, `--commit=${COMMIT}`)).status, 0);
  assert.equal((await galley("verify", folder, "--commit=0123456")).status, 0);
  const other = await galley("verify", folder, "--commit=7654321");
  assert.equal(other.status, 1);
  assert.match(other.stdout, /^The release is of commit 0123456789\S+ .*, not of 7654321\.$/m);
});

test("verify asks a web server for every file that readers get, below the site's path", async (t) => {
  const asked: string[] = [];
  const origin = await listening(t, serving(release(t), asked));
  const { status, stdout, stderr } = await galley("verify", `${origin}/blog`);
  assert.deepEqual([status, stdout], [0, ""], stderr);
  assert.match(stderr, /^Not asked for, since servers keep them to themselves: 1 file\.$/m);
  assert.match(stderr, /^All as release\.json says, 6 files/m);
  assert.deepEqual(asked.toSorted(), [
    "/blog/",
    "/blog/.well-known/security.txt",
    "/blog/404.html",
    "/blog/essays/a/",
    "/blog/feed.json",
    "/blog/release.json",
    "/blog/tags/c#/é?.txt",
  ]);
});

test("verify names what a web server changes, lacks, refuses, sends elsewhere or breaks off", async (t) => {
  const folder = release(t, { "b.txt": "b", "c.txt": "c", "d.txt": "d" });
  const serve = serving(folder);
  const odd: Readonly<Record<string, (response: ServerResponse) => void>> = {
    "/blog/": (response) => response.end("<p>Home<script>"),
    "/blog/essays/a/": (response) => response.writeHead(410).end(),
    "/blog/b.txt": (response) => response.writeHead(403).end(),
    "/blog/c.txt": (response) =>
      response.writeHead(302, { Location: "https://example.com/c.txt" }).end(),
    "/blog/d.txt": (response) => {
      response.writeHead(200, { "Content-Length": "10" }).write("d");
      response.destroy();
    },
  };
  const origin = await listening(t, (request, response) => {
    const own = odd[request.url!];
    if (own) own(response);
    else serve(request, response);
  });
  const { status, stdout } = await galley("verify", `${origin}/blog/`);
  assert.equal(status, 1);
  assert.deepEqual(stdout.trim().split("\n"), [
    "unreadable  b.txt (the server answers 403)",
    "unreadable  c.txt (the server redirects to https://example.com/c.txt)",
    "unreadable  d.txt (the connection broke off)",
    "missing     essays/a/index.html",
    "differs     index.html",
  ]);
});

test("verify reads compressed answers, and follows redirects within the origin", async (t) => {
  const folder = release(t);
  const compressed: Handler = (_, response) => {
    const page = readFileSync(join(folder, "index.html"));
    response.writeHead(200, { "Content-Encoding": "br" }).end(brotliCompressSync(page));
  };
  const moved: Handler = (_, response) => response.writeHead(301, { Location: "/kept/404" }).end();
  const kept: Handler = (_, response) =>
    response
      .writeHead(200, { "Content-Encoding": "gzip" })
      .end(gzipSync(readFileSync(join(folder, "404.html"))));
  const own: Readonly<Record<string, Handler>> = {
    "/blog/": compressed,
    "/blog/404.html": moved,
    "/kept/404": kept,
  };
  const serve = serving(folder);
  const origin = await listening(t, (request, response) =>
    (own[request.url!] ?? serve)(request, response),
  );
  const { status, stdout, stderr } = await galley("verify", `${origin}/blog/`);
  assert.deepEqual([status, stdout], [0, ""], stderr);
});

test("verify decides nothing where there is nothing to compare: exit code 2, and one line that says why", async (t) => {
  const folder = temporaryFolder(t);
  const answering = (text: string, status = 200): Promise<string> =>
    listening(t, (_, response) => response.writeHead(status).end(text));
  const closed = await listening(t, () => {});
  const cases: readonly (readonly [place: string, said: RegExp])[] = [
    [folder, /^There is no \S+release\.json to compare with/],
    [join(folder, "no"), /^There is no folder/],
    [await answering("", 404), /release\.json to compare with.*the address of the whole site/],
    [await answering("<!doctype html>"), /release\.json is no record of a release: it is not JSON/],
    [await answering("", 500), /release\.json cannot be read: the server answers 500/],
    ["http://127.0.0.1:1/", /release\.json cannot be read: no server answers there|bad port/],
    ["http://nowhere.invalid/", /release\.json cannot be read: .*name/],
    [`${closed.replace("//", "//ada:pw@")}/`, /leave out the user/],
  ];
  for (const [place, said] of cases) {
    const { status, stdout, stderr } = await galley("verify", place);
    assert.deepEqual([status, stdout], [2, ""], stderr);
    assert.match(stderr, said);
    assert.equal(stderr.trim().split("\n").length, 1, stderr);
  }
});

test("verify says that a site was published anew while it was compared", async (t) => {
  const [older, newer] = [release(t), release(t, { "index.html": "<p>New" })];
  let folder = older;
  const origin = await listening(t, (request, response) => {
    serving(folder)(request, response);
    folder = newer;
  });
  const { status, stderr } = await galley("verify", `${origin}/blog/`);
  assert.equal(status, 2);
  assert.match(stderr, /was published anew meanwhile\. Verify it once more\.$/m);
});

test("verify gives a site up whose server does not answer any more", async (t) => {
  const pages = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p/${i}.html`, ""]));
  const serve = serving(release(t, pages));
  const origin = await listening(t, (request, response) => {
    if (request.url === "/blog/release.json") serve(request, response);
    else response.destroy();
  });
  const { status, stdout, stderr } = await galley("verify", `${origin}/blog/`);
  assert.deepEqual([status, stdout], [2, ""], stderr);
  assert.match(stderr, /does not answer any more\.$/m);
});

test("an answer that does not come, never ends, or turns in a circle is none", async (t) => {
  const [limit, patience] = [1000, 100];
  const silent = await listening(t, () => {});
  assert.deepEqual(await ask(silent, limit, () => {}, patience), {
    kind: "silence",
    why: "no word for 0.1 seconds",
  });
  const endless = await listening(t, (_, response) => {
    response.on("drain", () => response.write(Buffer.alloc(10_000)));
    response.write(Buffer.alloc(100_000));
  });
  assert.deepEqual(await ask(endless, limit, () => {}), {
    kind: "unusable",
    why: "it is larger than 1000 bytes",
  });
  const circle = await listening(t, (_, response) =>
    response.writeHead(302, { Location: "/" }).end(),
  );
  assert.deepEqual(await ask(circle, limit, () => {}), {
    kind: "unusable",
    why: "the server redirects in a circle",
  });
});
