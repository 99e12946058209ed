import type { SiteProps } from "../../src/site/props.ts";
import { SHARE_HEIGHT, SHARE_WIDTH } from "../../src/site/share.ts";
import { JSON_FEED, RSS } from "../../src/site/urls.ts";
import { html, type Html } from "../html.ts";

/** What a page says of itself to browsers, search engines and other programs. */
export interface About {
  /** Without the site's title. */
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The page's one address; a page that stands for no address has none. */
  readonly canonical?: string;
  readonly type: "article" | "website";
  /** The page's share picture, where it has one of its own. */
  readonly picture?: string | undefined;
  /** Whether search engines are to list it. */
  readonly listed: boolean;
  /** Elements that this page alone needs. */
  readonly more?: Html;
}

export function head(site: SiteProps, about: About): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${fullTitle(site, about)}</title>
    ${about.description !== "" && html`<meta name="description" content="${about.description}" />`}
    ${!about.listed && html`<meta name="robots" content="noindex" />`}
    ${about.canonical && html`<link rel="canonical" href="${site.absolute(about.canonical)}" />`}
    ${openGraph(site, about)} ${author(site)} ${siteLinks(site)} ${about.more}
  </head>`;
}

function fullTitle(site: SiteProps, { title }: About): string {
  return title === site.title ? title : `${title} – ${site.title}`;
}

/** The Open Graph protocol, ogp.me: what a link to this page looks like elsewhere. */
function openGraph(site: SiteProps, about: About): Html {
  const locale = localeOf(about.language);
  return html`<meta property="og:title" content="${about.title}" />
    <meta property="og:type" content="${about.type}" />
    <meta property="og:site_name" content="${site.title}" />
    ${
      about.canonical &&
      html`<meta property="og:url" content="${site.absolute(about.canonical)}" />`
    }
    ${
      about.description !== "" &&
      html`<meta property="og:description" content="${about.description}" />`
    }
    ${locale && html`<meta property="og:locale" content="${locale}" />`} ${picture(site, about)}`;
}

/** The page's own picture, or the site's: what it says in letters, for those who do not see it. */
function picture(site: SiteProps, about: About): Html | undefined {
  const url = about.picture ?? site.picture;
  if (url === undefined) return undefined;
  const words = about.picture === undefined ? site.title : fullTitle(site, about);
  return html`<meta property="og:image" content="${site.absolute(url)}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="${SHARE_WIDTH}" />
    <meta property="og:image:height" content="${SHARE_HEIGHT}" />
    <meta property="og:image:alt" content="${words}" />
    <meta name="twitter:card" content="summary_large_image" />`;
}

/** `pt-BR` → `pt_BR`. Open Graph has no way to name a language without a country. */
function localeOf(language: string): string | undefined {
  const [, name, country] = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(language) ?? [];
  return name && country && `${name.toLowerCase()}_${country.toUpperCase()}`;
}

function author({ author }: SiteProps): Html {
  return html`${author.name !== "" && html`<meta name="author" content="${author.name}" />`}
  ${author.fediverse && html`<meta name="fediverse:creator" content="${author.fediverse}" />`}
  ${author.url && html`<link rel="me" href="${author.url}" />`}`;
}

/** What nearly all text is set in: it comes with the style sheet, not after it. */
const FONT = "/fonts/literata-latin-wght-normal.woff2";

function siteLinks(site: SiteProps): Html {
  return html`<link
      rel="preload"
      href="${site.link(FONT)}"
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href="${site.link("/style.css")}" />
    <link rel="icon" type="image/svg+xml" href="${site.link("/favicon.svg")}" />
    ${feedLink(site, "application/rss+xml", site.title, RSS)}
    ${feedLink(site, "application/feed+json", site.title, JSON_FEED)}`;
}

/** Lets feed readers find a feed by the address of the page. */
export function feedLink(site: SiteProps, type: string, title: string, url: string): Html {
  return html`<link rel="alternate" type="${type}" title="${title}" href="${site.link(url)}" />`;
}
