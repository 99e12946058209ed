import type { SiteProps, TagIndexProps, TagLink } from "../src/site/props.ts";
import { TAGS } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";
import { tagLink } from "./parts/tags.ts";

type Tags = TagIndexProps["tags"];

const groups = [
  { kind: "topic", heading: "Topics" },
  { kind: "ticker", heading: "Tickers" },
  { kind: "mention", heading: "Mentions" },
] as const satisfies readonly { kind: TagLink["kind"]; heading: string }[];

/** `/tags/`: every tag, by kind. */
export function tagIndex({ site, tags }: TagIndexProps): Html {
  return page(
    site,
    listing(site, { title: "Tags", url: TAGS, description: `All tags of ${site.title}` }),
    html`<h1>Tags</h1>
      ${tags.length === 0 && html`<p>No essay has a tag yet. Tags will be listed here.</p>`}
      ${groups.map(({ kind, heading }) =>
        group(
          heading,
          tags.filter((tag) => tag.kind === kind),
          site,
        ),
      )}`,
  );
}

function group(heading: string, tags: Tags, site: SiteProps): Html | undefined {
  if (tags.length === 0) return undefined;
  return html`<section class="part">
    <h2>${heading}</h2>
    <ul class="tag-index">
      ${tags.map((tag) => html`<li>${tagLink(tag, site)} <span class="count">${tag.count}</span></li> `)}
    </ul>
  </section>`;
}
