import type { SiteProps } from "../../src/site/props.ts";
import { html, type Html } from "../html.ts";
import type { Facts } from "./json-ld.ts";

/** The author as schema.org describes people; nothing where the settings name nobody. */
export function person({ author }: SiteProps): Facts | undefined {
  if (author.name === "") return undefined;
  return { "@type": "Person", name: author.name, url: author.url };
}

/** The author with a link to the page that is about them. */
export function hCard(site: SiteProps): Html | undefined {
  const { author } = site;
  if (author.name === "") return undefined;
  return html`<a class="p-author h-card" href="${author.url ?? site.link("/")}">${author.name}</a>`;
}
