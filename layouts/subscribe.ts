import type { SiteProps, SubscribeProps } from "../src/site/props.ts";
import { signed } from "../src/site/tag-names.ts";
import { JSON_FEED, RSS, SUBSCRIBE, TAGS } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";

/** `/subscribe/`: what a feed is, and where ours are. */
export function subscribe({ site, tags }: SubscribeProps): Html {
  const description = `How to get every new essay of ${site.title} in a feed reader`;
  return page(
    site,
    listing(site, { title: "Subscribe", url: SUBSCRIBE, description }),
    html`<h1>Subscribe</h1>
      <p>
        A feed brings every new essay to you, in full, without an account and without giving anyone
        your address. Paste the address of this site, or of one of its feeds, into a feed reader.
      </p>
      <dl class="feeds">
        <dt>RSS, for every reader</dt>
        <dd>${feed(RSS, "application/rss+xml", site)}</dd>
        <dt>JSON Feed, the same essays</dt>
        <dd>${feed(JSON_FEED, "application/feed+json", site)}</dd>
      </dl>
      ${tags.length > 0 && tagFeeds(tags, site)}`,
  );
}

/** The address is shown in full: people copy it from here. */
function feed(url: string, type: string, site: SiteProps): Html {
  return html`<a type="${type}" href="${site.link(url)}">${site.absolute(url)}</a>`;
}

function tagFeeds(tags: SubscribeProps["tags"], site: SiteProps): Html {
  return html`<h2>One tag only</h2>
    <p>
      Each tag has a feed of its own. These are the most used;
      <a href="${site.link(TAGS)}">every tag’s page</a> leads to its feed.
    </p>
    <ul class="tags">
      ${tags.map(
        (tag) =>
          html`<li>
            <a type="application/rss+xml" href="${site.link(tag.feedUrl)}">${signed(tag)}</a>
          </li> `,
      )}
    </ul>`;
}
