import assert from "node:assert/strict";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildSite, galley } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import { POLICY, SEARCH_POLICY } from "../support/server.ts";
import { fixture } from "../support/site.ts";
import type { Serving } from "./web-server.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** A site in several scripts, with its record, an alias, tags and a search index. */
export async function releasedSite(scope: Scope): Promise<string> {
  const content = fixture(scope, "site");
  const output = outputFolder(scope);
  writeFiles(content, { "essays/2026-01-01-quay.md": QUAY });
  await buildSite(content, { output });
  const { status, stderr } = await galley(
    "publish",
    "record",
    `--output=${output}`,
    `--commit=${COMMIT}`,
  );
  assert.equal(status, 0, stderr);
  return output;
}

const QUAY = "---\naliases: [/old/quay/]\ntags: [sea]\n---\n\n# Quay\n\nAlways quiet.\n";

const REVALIDATED = "no-cache";
const FOR_EVER = "public, max-age=31536000, immutable";
const A_WEEK = "public, max-age=604800";

interface Expected {
  readonly type: RegExp;
  readonly caching?: string;
  /** Texts are sent compressed; what is compressed already is not. */
  readonly compressed: boolean;
}

const text = (type: RegExp): Expected => ({ type, compressed: true });
const binary = (type: RegExp, caching = REVALIDATED): Expected => ({
  type,
  caching,
  compressed: false,
});

const expected: Readonly<Record<string, Expected>> = {
  "/": text(/^text\/html; charset=utf-8$/),
  "/essays/harbour/": text(/^text\/html; charset=utf-8$/),
  "/style.css": text(/^text\/css; charset=utf-8$/),
  "/search.js": text(/^(?:text|application)\/javascript; charset=utf-8$/),
  "/feed.xml": text(/^application\/rss\+xml; charset=utf-8$/),
  "/tags/sea/feed.xml": text(/^application\/rss\+xml; charset=utf-8$/),
  "/feed.json": text(/^application\/feed\+json; charset=utf-8$/),
  "/sitemap.xml": text(/^(?:text|application)\/xml(?:; charset=utf-8)?$/),
  "/release.json": text(/^application\/json$/),
  "/favicon.svg": { type: /^image\/svg\+xml$/, compressed: false },
  "/essays/harbour/map.png": binary(/^image\/png$/),
  "/fonts/literata-latin-wght-normal.woff2": binary(/^font\/woff2$/, A_WEEK),
};

/** What a documented web server is to do with a release of the site above. */
export function testServing(name: string, folder: string, origin: string): void {
  for (const [path, { type, caching = REVALIDATED, compressed }] of Object.entries(expected)) {
    test(`${name} serves ${path} whole, with its type, ${compressed ? "" : "un"}compressed, to be kept as "${caching}"`, async () => {
      const { status, headers, bytes } = await got(origin + path);
      assert.equal(status, 200);
      assert.deepEqual(bytes, readFileSync(fileOf(folder, path)));
      assert.match(headers.get("content-type")!, type);
      assert.equal(headers.get("cache-control"), caching);
      assert.equal(headers.has("content-encoding"), compressed);
    });
  }

  test(`${name} sends a short answer to whoever has the file already`, async () => {
    for (const path of ["/essays/harbour/", "/feed.xml", "/style.css", "/essays/harbour/map.png"]) {
      const etag = (await got(origin + path)).headers.get("etag");
      assert.ok(etag, path);
      const again = await got(origin + path, { "If-None-Match": etag });
      assert.deepEqual([again.status, again.bytes.length], [304, 0], path);
    }
  });

  test(`${name} lets browsers keep for ever what is called by its hash, and nothing else of the search`, async () => {
    const files = readdirSync(join(folder, "pagefind"), { recursive: true, encoding: "utf8" });
    const seen = { hashed: 0, other: 0 };
    for (const file of files.filter((file) => /\.\w+$/.test(file))) {
      const isHashed = /\.pf_\w+$/.test(file);
      const { status, headers } = await got(`${origin}/pagefind/${file}`);
      assert.equal(status, 200, file);
      assert.equal(headers.get("cache-control"), isHashed ? FOR_EVER : REVALIDATED, file);
      seen[isHashed ? "hashed" : "other"]++;
    }
    assert.ok(seen.hashed >= 3 && seen.other >= 3, JSON.stringify(seen));
  });

  test(`${name} sends every answer under the pages' policy, and the search page under its own`, async () => {
    const more = "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    for (const path of [
      "/",
      "/essays/harbour/",
      "/feed.xml",
      "/nothing/",
      "/search/",
      "/search/x",
    ]) {
      const { headers } = await got(origin + path);
      const own = path === "/search/" ? SEARCH_POLICY : POLICY;
      // That of a page that is not there may be the search page's: nothing on it asks for more.
      if (path !== "/search/x") assert.equal(headers.get("content-security-policy"), own + more);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      assert.equal(headers.get("referrer-policy"), "strict-origin-when-cross-origin", path);
      assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", path);
      assert.doesNotMatch(headers.get("server") ?? "", /\d/);
    }
  });

  test(`${name} answers what is not there with the 404 page, and lets nobody keep it`, async () => {
    const paths = [
      "/no/such/page/",
      "/no.html",
      "/tags/no/feed.xml",
      "/fonts/",
      "/fonts/no.woff2",
      "/pagefind/0/fragment/no.pf_fragment",
    ];
    for (const path of paths) {
      const { status, headers, bytes } = await got(origin + path);
      assert.equal(status, 404, path);
      assert.deepEqual(bytes, readFileSync(join(folder, "404.html")), path);
      assert.equal(headers.get("content-type"), "text/html; charset=utf-8", path);
      assert.equal(headers.get("cache-control"), REVALIDATED, path);
    }
  });

  test(`${name} leads from an address without its last slash to the page, wherever the site is`, async () => {
    const { status, headers } = await got(`${origin}/essays/harbour`);
    assert.ok(status === 301 || status === 308, String(status));
    assert.equal(headers.get("location"), "/essays/harbour/");
  });

  test(`${name} leads readers of an alias to where the essay is`, async () => {
    const { status, bytes } = await got(`${origin}/old/quay/`);
    assert.equal(status, 200);
    assert.match(bytes.toString(), /<meta http-equiv="refresh" content="0; url=\/essays\/quay\/">/);
    assert.match(
      bytes.toString(),
      /<link rel="canonical" href="https:\/\/example\.org\/essays\/quay\/">/,
    );
  });

  test(`${name} serves what galley verify finds to be the release`, async () => {
    const { status, stdout, stderr } = await galley("verify", origin);
    assert.deepEqual([status, stdout], [0, ""], stderr);
  });
}

/** The same site at a path of its server, in a folder with a link to the release. */
export function testBelowPath(
  name: string,
  folder: string,
  serve: (scope: Scope, root: string, serving: Serving) => Promise<string>,
): void {
  test(`${name} serves a site at a path of its address just as well`, async (t) => {
    const root = temporaryFolder(t);
    symlinkSync(folder, join(root, "blog"));
    const origin = await serve(t, root, { path: "/blog/" });
    const missing = await got(`${origin}/blog/no/`);
    assert.deepEqual(
      [missing.status, missing.bytes],
      [404, readFileSync(join(folder, "404.html"))],
    );
    const search = await got(`${origin}/blog/search/`);
    assert.match(search.headers.get("content-security-policy")!, /wasm-unsafe-eval/);
    const font = await got(`${origin}/blog/fonts/literata-latin-wght-normal.woff2`);
    assert.equal(font.headers.get("cache-control"), A_WEEK);
    const page = await got(`${origin}/blog/essays/harbour`);
    assert.equal(page.headers.get("location"), "/blog/essays/harbour/");
    const { status, stdout, stderr } = await galley("verify", `${origin}/blog/`);
    assert.deepEqual([status, stdout], [0, ""], stderr);
  });
}

interface Got {
  readonly status: number;
  readonly headers: Headers;
  /** As they were before they were compressed. */
  readonly bytes: Buffer;
}

async function got(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
  const response = await fetch(address, {
    redirect: "manual",
    headers: { "Accept-Encoding": "gzip", ...headers },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

const fileOf = (folder: string, path: string): string =>
  join(folder, path.replace(/\/$/, "/index.html"));
