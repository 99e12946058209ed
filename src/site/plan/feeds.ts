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
  const entryOf = feedEntries(context);
  const feed = (kind: FeedProps["kind"], url: string, head: Head, essays: readonly Essay[]): Page =>
    feedPage(context, kind, url, head, latestOf(essays), entryOf);
  return [
    feed("rss", RSS, own, site.essays),
    feed("json-feed", JSON_FEED, own, site.essays),
    ...site.tags.map((tag) => {
      const { url, essays } = tag;
      const name = signed(tag);
      const tagged = {
        homeUrl: url,
        title: `${name} – ${title}`,
        description: `Essays about ${name}`,
      };
      return feed("rss", tagFeedUrl(url), tagged, essays);
    }),
  ];
}

const latestOf = (essays: readonly Essay[]): readonly Essay[] =>
  essays.filter(({ date }) => date !== undefined).slice(0, LATEST);

type EntryOf = (essay: Essay, bodyOf: BodyOf) => FeedEntry;
type Head = Pick<FeedProps, "homeUrl" | "title" | "description">;

function feedPage(
  { props }: Context,
  kind: FeedProps["kind"],
  url: string,
  head: Head,
  shows: readonly Essay[],
  entryOf: EntryOf,
): Page {
  return pageAt(
    url,
    `the feed of ${head.homeUrl}`,
    (bodyOf) => ({
      kind,
      site: props,
      url,
      ...head,
      entries: shows.map((essay) => entryOf(essay, bodyOf)),
    }),
    { shows },
  );
}

/** An essay's entry is the same in every feed that has it. */
function feedEntries({ site, cardOf }: Context): EntryOf {
  const { timeZone } = site.settings;
  const entries = new Map<Essay, Omit<FeedEntry, "body">>();

  function headOf(essay: Essay): Omit<FeedEntry, "body"> {
    const known = entries.get(essay);
    if (known) return known;
    const head = {
      essay: cardOf(essay) as Card & { readonly date: DateProps },
      guid: guidOf(site, essay),
      published: instantOf(essay.date!, timeZone),
      ...(essay.updated && { updated: instantOf(essay.updated, timeZone) }),
    };
    entries.set(essay, head);
    return head;
  }

  return (essay, bodyOf) => ({ ...headOf(essay), body: bodyOf(essay) });
}
