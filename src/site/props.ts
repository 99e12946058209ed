/**
 * What each kind of page is made of. A layout gets these props and nothing else; a page's fingerprint is
 * the hash of their JSON. Every `url` is a path from the site's root with a leading slash and without the
 * path prefix: `SiteProps.link` and `SiteProps.absolute` make it a link.
 */

/** What all pages share. Its JSON is one short hash. */
export interface SiteProps {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author: {
    readonly name: string;
    readonly url?: string;
    readonly email?: string;
    readonly fediverse?: string;
  };
  /** Whether there is a page to search the site with. */
  readonly search: boolean;
  /** Plain pages in the order of the navigation. */
  readonly navigation: readonly { readonly title: string; readonly url: string }[];
  /** The site's own share picture, where it has any. */
  readonly picture?: string;
  /** `/essays/x/` → `/blog/essays/x/`. */
  link(url: string): string;
  /** `/essays/x/` → `https://example.org/blog/essays/x/`. */
  absolute(url: string): string;
  toJSON(): string;
}

/** A date as pages show it. `iso` is a day, or a moment where the writer gave a time; `text` is for people. */
export interface DateProps {
  readonly day: string;
  readonly iso: string;
}

export interface TagLink {
  readonly kind: "topic" | "ticker" | "mention";
  readonly label: string;
  readonly url: string;
}

/** An essay as lists show it. */
export interface Card {
  readonly url: string;
  readonly title: string;
  /** False where the title is only the first sentence. */
  readonly titled: boolean;
  readonly description: string;
  readonly lang: string;
  readonly date?: DateProps;
  readonly tags: readonly TagLink[];
  /** Set in previews alone. */
  readonly mark?: "draft" | "held-back";
}

/** Rendered text. Its JSON is the hash of all that it is rendered from; rendering is done on demand, once. */
export interface Body {
  /** For the essay's own page. */
  readonly html: string;
  /** For feeds: every URL absolute. */
  readonly absoluteHtml: string;
  toJSON(): string;
}

/** A part of an essay, by the id of its heading. */
export interface SectionProps {
  readonly id: string;
  readonly title: string;
}

export interface Neighbour {
  readonly url: string;
  readonly title: string;
  readonly lang: string;
}

export interface HomeProps {
  readonly kind: "home";
  readonly site: SiteProps;
  readonly essays: readonly Card[];
  /** Of all essays, whether shown here or not. */
  readonly total: number;
}

export interface EssayProps {
  readonly kind: "essay";
  readonly site: SiteProps;
  readonly essay: Card;
  readonly updated?: DateProps;
  /** The essay's share picture, where the site has any. */
  readonly picture?: string;
  /** How many words the body has. */
  readonly words: number;
  /** How long they take to read. */
  readonly minutes: number;
  /** What a table of contents lists: the parts of a long essay, else nothing. */
  readonly contents: readonly SectionProps[];
  readonly body: Body;
  readonly newer?: Neighbour;
  readonly older?: Neighbour;
  readonly related: readonly Neighbour[];
}

export interface PlainProps {
  readonly kind: "plain";
  readonly site: SiteProps;
  readonly url: string;
  readonly title: string;
  readonly titled: boolean;
  readonly description: string;
  readonly lang: string;
  readonly body: Body;
}

/** `/essays/`: all essays, or where there are more than 99 the newest 20 and the years. */
export interface ArchiveProps {
  readonly kind: "archive";
  readonly site: SiteProps;
  readonly essays: readonly Card[];
  readonly years: readonly {
    readonly year: string;
    readonly url: string;
    readonly count: number;
  }[];
}

export interface YearProps {
  readonly kind: "year";
  readonly site: SiteProps;
  readonly url: string;
  /** Four digits, or "undated". */
  readonly year: string;
  readonly essays: readonly Card[];
  readonly newer?: { readonly year: string; readonly url: string };
  readonly older?: { readonly year: string; readonly url: string };
}

export interface TagIndexProps {
  readonly kind: "tag-index";
  readonly site: SiteProps;
  /** In the order of their keys. */
  readonly tags: readonly (TagLink & { readonly count: number })[];
}

export interface TagProps {
  readonly kind: "tag";
  readonly site: SiteProps;
  readonly url: string;
  readonly tag: TagLink;
  readonly feedUrl: string;
  readonly total: number;
  readonly essays: readonly Card[];
  readonly description?: Body;
  /** Of paged tags: this page's number, undefined on the newest; and the neighbours. */
  readonly number?: number;
  readonly newer?: string;
  readonly older?: string;
}

export interface SubscribeProps {
  readonly kind: "subscribe";
  readonly site: SiteProps;
  /** Kept short: the most used tags. */
  readonly tags: readonly (TagLink & { readonly feedUrl: string })[];
}

export interface SearchProps {
  readonly kind: "search";
  readonly site: SiteProps;
  /** In how many parts the index is, `SEARCH_INDEX` with a number each; 0 where there is nothing to find. */
  readonly parts: number;
}

export interface NotFoundProps {
  readonly kind: "not-found";
  readonly site: SiteProps;
}

/** What an alias leaves behind. */
export interface RedirectProps {
  readonly kind: "redirect";
  readonly site: SiteProps;
  readonly url: string;
  readonly to: string;
  readonly title: string;
}

export interface FeedEntry {
  readonly essay: Card & { readonly date: DateProps };
  readonly guid: string;
  /** ISO 8601 in UTC. */
  readonly published: string;
  readonly updated?: string;
  readonly body: Body;
}

export interface FeedProps {
  readonly kind: "rss" | "json-feed";
  readonly site: SiteProps;
  /** Of the feed itself. */
  readonly url: string;
  /** Of the page that it is a feed of. */
  readonly homeUrl: string;
  readonly title: string;
  readonly description: string;
  readonly entries: readonly FeedEntry[];
}

export interface SitemapProps {
  readonly kind: "sitemap";
  readonly site: SiteProps;
  readonly urls: readonly { readonly url: string; readonly changed?: string }[];
}

export interface RobotsProps {
  readonly kind: "robots";
  readonly site: SiteProps;
}

/** A picture for those who show links to the site, see `src/share`. A text that is not shown is "". */
export interface SharePictureProps {
  readonly kind: "share-picture";
  /** Of an essay's picture. */
  readonly siteTitle: string;
  /** The essay's title, or the site's. */
  readonly title: string;
  /** What the site is about. */
  readonly text: string;
  readonly author: string;
  /** For people: "24 February 2026". */
  readonly date: string;
}

export type Props =
  | HomeProps
  | EssayProps
  | PlainProps
  | ArchiveProps
  | YearProps
  | TagIndexProps
  | TagProps
  | SubscribeProps
  | SearchProps
  | NotFoundProps
  | RedirectProps
  | FeedProps
  | SitemapProps
  | RobotsProps
  | SharePictureProps;

/** Of what is text. */
export type PrintedProps = Exclude<Props, SharePictureProps>;

export type Kind = Props["kind"];
export type PropsOf<K extends Kind> = Extract<Props, { kind: K }>;
