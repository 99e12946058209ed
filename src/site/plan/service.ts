import { aliasUrl } from "../aliases.ts";
import { tagLink } from "../cards.ts";
import { compare } from "../order.ts";
import type { Page } from "../page.ts";
import { searchParts } from "../search.ts";
import { ARCHIVE, HOME, SEARCH, SUBSCRIBE, tagFeedUrl, TAGS } from "../urls.ts";
import { pageAt, type Context } from "./context.ts";

/** A subscribe page with all tags would be longer than the tag index: the most used are enough. */
const MOST_TAGS = 12;

/** The pages that help readers and machines along. */
export function servicePages(context: Context): readonly Page[] {
  return [
    subscribePage(context),
    ...searchPages(context),
    notFoundPage(context),
    sitemap(context),
    robots(context),
  ];
}

/** What aliases leave behind. */
export function redirectPages({ site, props }: Context): readonly Page[] {
  return [...site.essays, ...site.pages].flatMap((essay) =>
    essay.aliases.flatMap(({ value, span }) => {
      const url = aliasUrl(essay, value);
      if (url === undefined) return [];
      const { title } = essay;
      const to = site.urlOf(essay);
      const page = pageAt(
        url,
        `the alias "${value}"`,
        () => ({ kind: "redirect", site: props, url, to, title }),
        { from: essay },
      );
      return [{ ...page, span }];
    }),
  );
}

function subscribePage({ site, props }: Context): Page {
  const ranked = site.tags.toSorted(
    (a, b) => b.essays.length - a.essays.length || compare(a.url, b.url),
  );
  const tags = ranked
    .slice(0, MOST_TAGS)
    .map((tag) => ({ ...tagLink(tag), feedUrl: tagFeedUrl(tag.url) }));
  return pageAt(SUBSCRIBE, "the page about subscribing", () => ({
    kind: "subscribe",
    site: props,
    tags,
  }));
}

function searchPages({ site, props }: Context): readonly Page[] {
  if (!site.settings.search) return [];
  const parts = searchParts(site).length;
  return [pageAt(SEARCH, "the search page", () => ({ kind: "search", site: props, parts }))];
}

const notFoundPage = ({ props }: Context): Page =>
  pageAt("/404.html", "the page for what is not found", () => ({ kind: "not-found", site: props }));

const robots = ({ props }: Context): Page =>
  pageAt("/robots.txt", "robots.txt", () => ({ kind: "robots", site: props }));

function sitemap({ site, props }: Context): Page {
  return pageAt("/sitemap.xml", "the sitemap", () => ({
    kind: "sitemap",
    site: props,
    urls: [
      ...[HOME, ARCHIVE, TAGS, SUBSCRIBE].map((url) => ({ url })),
      ...(site.settings.search ? [{ url: SEARCH }] : []),
      ...site.pages.map((text) => ({ url: site.urlOf(text) })),
      ...site.essays.map((essay) => {
        const changed = (essay.updated ?? essay.date)?.day;
        return { url: site.urlOf(essay), ...(changed && { changed }) };
      }),
      ...site.tags.map(({ url }) => ({ url })),
    ],
  }));
}
