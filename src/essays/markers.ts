/**
 * A rendered text is a template. It serves the essay's page and feeds alike, and is rendered before it is known what
 * its links lead to: what is filled in later stands between control characters, which no accepted text holds.
 */

/** Starts links that lead into the site; what follows starts with `/`. */
export const SITE_ROOT = "\u0001";
/** Starts links to the essay's own page; what follows is nothing or `#fragment`. */
export const OWN_PAGE = "\u0002";
/** On both sides of a link's target as it was written, escaped for an attribute. */
export const LINK = "\u0004";
/** A picture: before its target, behind it, and behind the attributes that are known when the text is rendered. */
export const PICTURE = "\u0005";
/** Stands for the essay's slug, which footnotes' ids grow from. */
export const SLUG = "\u0006";

// oxlint-disable-next-line no-control-regex
const ROOTED = /\u0001\//g;
// oxlint-disable-next-line no-control-regex
const OWN = /\u0002/g;

/** Rendered text for the essay's own page; `prefix` is the path prefix, with a slash at both ends. */
export function forPage(html: string, prefix: string): string {
  const root = attribute(prefix);
  return html.replace(ROOTED, () => root).replace(OWN, "");
}

/** In a feed a heading is no link to itself: readers come for the text. */
const PERMALINK = /<a class="permalink"[^>]*>([^]*?)<\/a>/g;
/** What feed validators do not know, roles and when a browser is to load a picture; and what paper is to know. */
const OF_PAGES =
  / (?:role="doc-\w+"|class="address"|loading="lazy"|fetchpriority="high"|decoding="async")/g;

/** Rendered text for a feed: `siteUrl` is the site's absolute URL with a slash at the end. */
export function forFeed(html: string, siteUrl: string, pageUrl: string): string {
  const root = attribute(siteUrl);
  const page = attribute(pageUrl);
  return html
    .replace(ROOTED, () => root)
    .replace(OWN, () => page)
    .replace(OF_PAGES, "")
    .replace(PERMALINK, "$1");
}

const attribute = (url: string): string =>
  url.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
