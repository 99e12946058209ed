import type { TagProps } from "../src/site/props.ts";
import { signed } from "../src/site/tag-names.ts";
import { html, raw, type Html } from "./html.ts";
import { cardList } from "./parts/cards.ts";
import { feedLink } from "./parts/head.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";

/** All essays with one tag, or a part of them. */
export function tag(props: TagProps): Html {
  const { site, url, feedUrl, total, essays, description, number } = props;
  const name = signed(props.tag);
  const title = number === undefined ? name : `${name}, page ${number}`;
  const count = total === 1 ? "1 essay" : `${total} essays`;
  const about = listing(site, {
    title,
    url,
    description: `${count} tagged ${name} on ${site.title}`,
    more: feedLink(site, "application/rss+xml", `${name} – ${site.title}`, feedUrl),
  });
  return page(
    site,
    about,
    html`<h1>${title}</h1>
      ${description && html`<div class="text">${raw(description.html)}</div>`}
      <p class="meta">
        <span>${count}</span>
        <a type="application/rss+xml" href="${site.link(feedUrl)}">Feed of ${name}</a>
      </p>
      ${cardList(essays, site)} ${paging(props)}`,
  );
}

function paging({ site, newer, older }: TagProps): Html | undefined {
  if (newer === undefined && older === undefined) return undefined;
  return html`<nav class="neighbours" aria-label="Pages">
    ${older !== undefined && html`<p class="older"><a rel="prev" href="${site.link(older)}">Older essays</a></p>`}
    ${newer !== undefined && html`<p class="newer"><a rel="next" href="${site.link(newer)}">Newer essays</a></p>`}
  </nav>`;
}
