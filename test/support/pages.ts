import { layouts, type LayoutKind } from "../../layouts/index.ts";
import type { Card, PropsOf, SiteProps } from "../../src/site/props.ts";
import { body, card, date, mention, siteProps, ticker, topic } from "./props.ts";

/** Every kind of page in full, as HTML, for what must hold of all of them. */
export function everyPage(
  site: SiteProps = siteProps(),
  essay: Card = card(),
): readonly { readonly kind: LayoutKind; readonly markup: string }[] {
  const props = everyProps(site, essay);
  return Object.values(props).map(({ kind }) => ({ kind, markup: render(kind, props) }));
}

type EveryProps = { readonly [K in LayoutKind]: PropsOf<K> };

const render = <K extends LayoutKind>(kind: K, props: EveryProps): string =>
  layouts[kind](props[kind]).toString();

function everyProps(site: SiteProps, essay: Card): EveryProps {
  const { url, title, titled, lang, description } = essay;
  const neighbour = { url, title, lang };
  const tags = [{ ...topic, ...essay.tags[0] }, ticker, mention];
  const year = { year: "2025", url: "/essays/2025/" };
  return {
    home: { kind: "home", site, essays: [essay], total: 37 },
    essay: {
      kind: "essay",
      site,
      essay,
      updated: date,
      words: 470,
      minutes: 2,
      contents: [{ id: "part", title: "A part" }],
      body: body(),
      newer: neighbour,
      older: neighbour,
      related: [neighbour],
    },
    plain: { kind: "plain", site, url: "/about/", title, titled, description, lang, body: body() },
    archive: { kind: "archive", site, essays: [essay], years: [{ ...year, count: 3 }] },
    year: {
      kind: "year",
      site,
      url: "/essays/2026/",
      year: "2026",
      essays: [essay],
      newer: year,
      older: year,
    },
    "tag-index": { kind: "tag-index", site, tags: tags.map((tag) => ({ ...tag, count: 2 })) },
    tag: {
      kind: "tag",
      site,
      url: "/tags/opg/page/2/",
      tag: tags[0]!,
      feedUrl: "/tags/opg/feed.xml",
      total: 120,
      essays: [essay],
      description: body(),
      number: 2,
      newer: "/tags/opg/",
      older: "/tags/opg/page/1/",
    },
    subscribe: {
      kind: "subscribe",
      site,
      tags: tags.map((tag) => ({ ...tag, feedUrl: `${tag.url}feed.xml` })),
    },
    search: { kind: "search", site, parts: 1 },
    "not-found": { kind: "not-found", site },
    redirect: { kind: "redirect", site, url: "/old/", to: url, title },
  };
}
