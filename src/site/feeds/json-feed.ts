import { clean } from "../../text/clean.ts";
import type { FeedEntry, FeedProps, SiteProps } from "../props.ts";
import { keyword } from "../tag-names.ts";
import { contentOf } from "./content.ts";

const VERSION = "https://jsonfeed.org/version/1.1";

/** JSON Feed 1.1. Titles and tags are plain text by its standard; the order of the keys is fixed. */
export function renderJsonFeed(props: FeedProps): string {
  const { site } = props;
  const feed = {
    version: VERSION,
    title: props.title,
    home_page_url: site.absolute(props.homeUrl),
    feed_url: site.absolute(props.url),
    description: props.description || undefined,
    language: site.language,
    authors: authorsOf(site),
    items: props.entries.map((entry) => item(entry, site)),
  };
  return `${JSON.stringify(feed, cleaned)}\n`;
}

function item({ essay, guid, published, updated, body }: FeedEntry, site: SiteProps): object {
  return {
    id: guid,
    url: site.absolute(essay.url),
    title: essay.title,
    summary: essay.description || undefined,
    content_html: contentOf(essay, body, site.language),
    date_published: published,
    date_modified: updated,
    tags: essay.tags.length > 0 ? essay.tags.map(keyword) : undefined,
    language: essay.lang,
    authors: authorsOf(site),
  };
}

function authorsOf({ author }: SiteProps): readonly object[] | undefined {
  return author.name === "" ? undefined : [{ name: author.name, url: author.url }];
}

const cleaned = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? clean(value) : value;
