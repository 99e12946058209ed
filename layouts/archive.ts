import type { ArchiveProps, SiteProps } from "../src/site/props.ts";
import { ARCHIVE } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { cardList } from "./parts/cards.ts";
import { noEssays } from "./parts/empty.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";
import { yearName } from "./parts/year-name.ts";

/** `/essays/`: all essays, or the newest and the years. */
export function archive({ site, essays, years }: ArchiveProps): Html {
  return page(
    site,
    listing(site, { title: "Essays", url: ARCHIVE, description: `All essays of ${site.title}` }),
    html`<h1>Essays</h1>
      ${years.length > 0 && yearList(years, site)}
      ${essays.length > 0 ? cardList(essays, site) : noEssays}`,
  );
}

function yearList(years: ArchiveProps["years"], site: SiteProps): Html {
  return html`<nav aria-label="Years">
    <ul class="years">
      ${years.map(
        ({ year, url, count }) =>
          html`<li><a href="${site.link(url)}">${yearName(year)}</a> (${count})</li> `,
      )}
    </ul>
  </nav>`;
}
