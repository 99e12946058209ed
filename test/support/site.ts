import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outputOf, urlOfOutput } from "../../src/site/urls.ts";
import { buildSite } from "./build.ts";
import { outputFolder, temporaryFolder, type Scope } from "./folders.ts";
import { casesOf, contentOf, isAccepted } from "./hostile.ts";
import { serve, type Serving } from "./server.ts";

/** A site that was built and is served on this machine. */
export interface ServedSite {
  readonly folder: string;
  /** Where it is served: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The path that it is served below, with a slash at both ends. */
  readonly prefix: string;
  /** Where it says that it is: `https://example.org/blog/`. */
  readonly address: string;
  /** The paths of all its HTML pages, with the prefix, percent-encoded. */
  readonly pages: readonly string[];
  /** The paths that its sitemap lists, in the same form. */
  readonly sitemap: readonly string[];
  /** The HTML of a page, by its path. */
  sourceOf(path: string): string;
}

export async function servedSite(
  scope: Scope,
  content: string,
  serving: Serving = {},
): Promise<ServedSite> {
  const { prefix = "/" } = serving;
  const folder = outputFolder(scope);
  await buildSite(content, { prefix, output: folder });
  return servedFolder(scope, folder, serving);
}

/** Serves a site that was built already, for instance once more under another policy. */
export async function servedFolder(
  scope: Scope,
  folder: string,
  serving: Serving = {},
): Promise<ServedSite> {
  const { prefix = "/" } = serving;
  const origin = await serve(scope, folder, serving);
  const listed = addressesIn(readFileSync(join(folder, "sitemap.xml"), "utf8"));
  const address = listed[0]!;
  const sitemap = listed.map((url) => new URL(url).pathname);
  const sourceOf = (path: string): string =>
    readFileSync(join(folder, outputOf(decodeURI(path).slice(prefix.length - 1))), "utf8");
  return { folder, origin, prefix, address, pages: pagesIn(folder, prefix), sitemap, sourceOf };
}

/** Content of the tests, in a folder that git knows nothing of: an essay without a date has none. */
export function fixture(scope: Scope, name: string): string {
  const content = join(temporaryFolder(scope), "content");
  cpSync(join(import.meta.dirname, "../fixtures", name, "content"), content, { recursive: true });
  return content;
}

/**
 * All content of `test/hostile` that Galley takes, of one guarantee, in one folder. A site has only one file of
 * settings: cases with their own are left out.
 */
export function hostileContent(scope: Scope, guarantee: number): string {
  const cases = casesOf(guarantee).filter(
    (hostile) => isAccepted(hostile) && !existsSync(join(hostile.path, "site.yaml")),
  );
  return contentOf(cases, join(temporaryFolder(scope), "content"));
}

/** The home page is the first. */
const addressesIn = (sitemap: string): readonly string[] =>
  Array.from(sitemap.matchAll(/<loc>(.*?)<\/loc>/g), ([, url]) => url!);

const pagesIn = (folder: string, prefix: string): readonly string[] =>
  readdirSync(folder, { encoding: "utf8", recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .map((path) => encodeURI(prefix + urlOfOutput(path).slice(1)))
    .toSorted();
