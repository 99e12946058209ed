import type { Essay } from "../../essays/essay.ts";
import { addressOf, type Address } from "../address.ts";
import { cardsFor, type Cards } from "../cards.ts";
import type { Page } from "../page.ts";
import type { SiteProps } from "../props.ts";
import type { Site } from "../site.ts";
import { hash } from "node:crypto";
import { SITE_PICTURE } from "../share.ts";
import { outputOf } from "../urls.ts";

/** What all parts of the plan draw from. */
export interface Context extends Cards {
  readonly site: Site;
  readonly props: SiteProps;
  readonly address: Address;
}

export function contextOf(site: Site): Context {
  const address = addressOf(site.settings);
  return { site, address, props: siteProps(site, address), ...cardsFor(site) };
}

interface Origin {
  /** The text that asks for the page. */
  readonly from?: Essay;
  readonly shows?: Page["shows"];
  readonly companion?: true;
}

/** Where a page goes, who asks for it, and whose bodies it shows. */
export function pageAt(
  url: string,
  what: string,
  props: Page["props"],
  { from, shows = [], companion }: Origin = {},
): Page {
  const page = { path: outputOf(url), what, shows, props, ...(companion && { companion }) };
  if (!from) return page;
  return {
    ...page,
    file: from.source.file,
    // Asked for in messages alone.
    get span() {
      return from.manuscript.frontMatter.slug?.span;
    },
  };
}

function siteProps({ settings, pages, urlOf }: Site, { link, absolute }: Address): SiteProps {
  const shown = {
    title: settings.title,
    description: settings.description,
    language: settings.language,
    author: settings.author,
    search: settings.search,
    navigation: pages.map((page) => ({ title: page.title, url: urlOf(page) })),
    ...(settings.sharePictures && { picture: SITE_PICTURE }),
  };
  const json = hash("sha1", JSON.stringify([shown, settings.url]));
  return { ...shown, link, absolute, toJSON: () => json };
}
