import { instantOf } from "../../essays/date.ts";
import type { Essay } from "../../essays/essay.ts";
import { guidOf } from "../guid.ts";
import type { BodyOf, Page } from "../page.ts";
import type { Card, DateProps, FeedEntry, FeedProps } from "../props.ts";
import { signed } from "../tag-names.ts";
import { HOME, JSON_FEED, RSS, tagFeedUrl } from "../urls.ts";
import { LATEST } from "./archive.ts";
import { pageAt, type Context } from "./context.ts";

/** The site's feeds, and one for every tag: the latest dated essays, newest first. */
export function feedPages(context: Context): readonly Page[] {
  const { site } = context;
  const { title, description } = site.settings;
  const own = { homeUrl: HOME, title, description };
  const entriesOf = feedEntries(context);
  return [
    feedPage(context, "rss", RSS, own, (bodyOf) => entriesOf(site.essays, bodyOf)),
    feedPage(context, "json-feed", JSON_FEED, own, (bodyOf) => entriesOf(site.essays, bodyOf)),
    ...site.tags.map((tag) => {
      const { url, essays } = tag;
      const name = signed(tag);
      const tagged = {
        homeUrl: url,
        title: `${name} – ${title}`,
        description: `Essays about ${name}`,
      };
      return feedPage(context, "rss", tagFeedUrl(url), tagged, (bodyOf) =>
        entriesOf(essays, bodyOf),
      );
    }),
  ];
}

type Entries = (bodyOf: BodyOf) => readonly FeedEntry[];
type Head = Pick<FeedProps, "homeUrl" | "title" | "description">;

function feedPage(
  { props }: Context,
  kind: FeedProps["kind"],
  url: string,
  head: Head,
  entries: Entries,
): Page {
  return pageAt(url, `the feed of ${head.homeUrl}`, (bodyOf) => ({
    kind,
    site: props,
    url,
    ...head,
    entries: entries(bodyOf),
  }));
}

function feedEntries({ site, cardOf }: Context) {
  const { timeZone } = site.settings;

  function entryOf(essay: Essay, bodyOf: BodyOf): FeedEntry {
    return {
      essay: cardOf(essay) as Card & { readonly date: DateProps },
      guid: guidOf(site, essay),
      published: instantOf(essay.date!, timeZone),
      ...(essay.updated && { updated: instantOf(essay.updated, timeZone) }),
      body: bodyOf(essay),
    };
  }

  return (essays: readonly Essay[], bodyOf: BodyOf): readonly FeedEntry[] =>
    essays
      .filter(({ date }) => date !== undefined)
      .slice(0, LATEST)
      .map((essay) => entryOf(essay, bodyOf));
}
