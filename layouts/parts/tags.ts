import type { SiteProps, TagLink } from "../../src/site/props.ts";
import { signed } from "../../src/site/tag-names.ts";
import { html, type Html } from "../html.ts";

export function tagLink(tag: TagLink, site: SiteProps): Html {
  return html`<a class="p-category" rel="tag" href="${site.link(tag.url)}">${signed(tag)}</a>`;
}

/** The tags of an essay; nothing where it has none. */
export function tagList(tags: readonly TagLink[], site: SiteProps): Html | undefined {
  if (tags.length === 0) return undefined;
  return html`<ul class="tags" aria-label="Tags">
    ${tags.map((tag) => html`<li>${tagLink(tag, site)}</li> `)}
  </ul>`;
}
