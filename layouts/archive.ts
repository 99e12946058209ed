import { byYear } from "../src/site/by-year.ts";
import type { ArchiveProps, Card, SiteProps } from "../src/site/props.ts";
import { ARCHIVE } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { lineList } from "./parts/cards.ts";
import { noEssays } from "./parts/empty.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";
import { yearName } from "./parts/year-name.ts";

/** `/essays/`: all essays by year, or the newest and where the years are. */
export function archive({ site, essays, years }: ArchiveProps): Html {
  return page(
    site,
    listing(site, { title: "Essays", url: ARCHIVE, description: `All essays of ${site.title}` }),
    html`<h1>Essays</h1>
      ${years.length > 0 && yearList(years, site)} ${essays.length === 0 && noEssays}
      ${years.length > 0 ? part("Latest", essays, site) : yearParts(essays, site)}`,
  );
}

function yearList(years: ArchiveProps["years"], site: SiteProps): Html {
  return html`<nav class="years" aria-label="Years">
    <ul>
      ${years.map(
        ({ year, url, count }) =>
          html`<li>
            <a href="${site.link(url)}">${yearName(year)}</a> <span class="count">${count}</span>
          </li> `,
      )}
    </ul>
  </nav>`;
}

function yearParts(essays: readonly Card[], site: SiteProps): readonly Html[] {
  const years = byYear(essays, ({ date }) => date?.day);
  return years.map(([year, ofYear]) => part(yearName(year), ofYear, site));
}

function part(heading: string, essays: readonly Card[], site: SiteProps): Html {
  return html`<section class="part">
    <h2>${heading}</h2>
    ${lineList(essays, site)}
  </section>`;
}
