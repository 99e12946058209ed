import type {
  Body,
  Card,
  DateProps,
  EssayProps,
  FeedEntry,
  FeedProps,
  SiteProps,
  TagLink,
} from "../../src/site/props.ts";

/** Text that would break out of most places that text is put in. */
export const hostile = `"'><script>alert(1)</script></title></textarea>]]>--><b onclick=x>&amp;\u2028\u2029{{ x }}{% y %}`;

type SiteFields = Omit<SiteProps, "link" | "absolute" | "toJSON">;

/** A site at `https://example.org/blog/`. */
export function siteProps(fields: Partial<SiteFields> = {}): SiteProps {
  return {
    title: "Field notes",
    description: "Essays on what happens on the ground",
    language: "en",
    author: { name: "Ada Example" },
    search: true,
    navigation: [{ title: "About", url: "/about/" }],
    ...fields,
    link: (url) => `/blog${encodeURI(url)}`,
    absolute: (url) => `https://example.org/blog${encodeURI(url)}`,
    toJSON: () => "site",
  };
}

export const date: DateProps = { day: "2026-02-24", iso: "2026-02-24" };

export const topic: TagLink = { kind: "topic", label: "opg", url: "/tags/opg/" };
export const ticker: TagLink = { kind: "ticker", label: "OPG", url: "/tickers/opg/" };
export const mention: TagLink = {
  kind: "mention",
  label: "OpenGradient",
  url: "/mentions/opengradient/",
};

export function card(fields: Partial<Card> = {}): Card & { readonly date: DateProps } {
  return {
    url: "/essays/who-is-on-call/",
    title: "Who is on call",
    titled: true,
    description: "Theory rarely survives scale unchanged.",
    lang: "en",
    tags: [topic, ticker, mention],
    ...fields,
    date: fields.date ?? date,
  };
}

/** A card of an essay without a date. */
export function undatedCard(fields: Partial<Card> = {}): Card {
  const { date: _, ...rest } = card(fields);
  return rest;
}

export function body(html = "<p>Who is on call?</p>", absoluteHtml = html): Body {
  return { html, absoluteHtml, toJSON: () => html };
}

export function essayProps(fields: Partial<EssayProps> = {}): EssayProps {
  return {
    kind: "essay",
    site: siteProps(),
    essay: card(),
    words: 470,
    minutes: 2,
    contents: [],
    body: body(),
    related: [],
    ...fields,
  };
}

export function feedEntry(fields: Partial<FeedEntry> = {}): FeedEntry {
  return {
    essay: card(),
    guid: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8",
    published: "2026-02-24T00:00:00Z",
    body: body(),
    ...fields,
  };
}

export function feedProps(fields: Partial<FeedProps> = {}): FeedProps {
  return {
    kind: "rss",
    site: siteProps(),
    url: "/feed.xml",
    homeUrl: "/",
    title: "Field notes",
    description: "Essays on what happens on the ground",
    entries: [feedEntry()],
    ...fields,
  };
}
