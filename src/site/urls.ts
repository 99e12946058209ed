import type { TagKind } from "../essays/essay.ts";

/**
 * Site paths: from the site's root, with a leading slash, without the path prefix, as they are shown to
 * people. `encodeURI` makes them links; `outputOf` makes them files.
 */

export const HOME = "/";
export const ARCHIVE = "/essays/";
export const TAGS = "/tags/";
export const SUBSCRIBE = "/subscribe/";
export const SEARCH = "/search/";
/** The folder of the search index: nothing else may be published in it. */
export const SEARCH_INDEX = "/pagefind/";
/** What a site consists of, written when it is published. */
export const RELEASE_RECORD = "/release.json";
export const RSS = "/feed.xml";
export const JSON_FEED = "/feed.json";

const tagFolders = { topic: "tags", ticker: "tickers", mention: "mentions" } as const;

export const essayUrl = (slug: string): string => `/essays/${slug}/`;
export const plainUrl = (slug: string): string => `/${slug}/`;
export const yearUrl = (year: string): string => `/essays/${year}/`;
export const tagUrl = (kind: TagKind, slug: string): string => `/${tagFolders[kind]}/${slug}/`;
export const tagPartUrl = (url: string, number: number): string => `${url}page/${number}/`;
export const tagFeedUrl = (url: string): string => `${url}feed.xml`;

/** The file of a site path: `/essays/x/` → `essays/x/index.html`, `/feed.xml` → `feed.xml`. */
export function outputOf(url: string): string {
  const path = url.slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** The site path of a file: the other way round. */
export function urlOfOutput(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}
