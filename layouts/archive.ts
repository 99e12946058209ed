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
      ${years.length > 0 ? part("Latest", essays, site) : byYear(essays, site)}`,
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

function byYear(essays: readonly Card[], site: SiteProps): readonly Html[] {
  const yearOf = ({ date }: Card): string => date?.day.slice(0, 4) ?? "undated";
  const years = [...new Set(essays.map(yearOf))];
  return years.map((year) =>
    part(
      yearName(year),
      essays.filter((essay) => yearOf(essay) === year),
      site,
    ),
  );
}

function part(heading: string, essays: readonly Card[], site: SiteProps): Html {
  return html`<section class="part">
    <h2>${heading}</h2>
    ${lineList(essays, site)}
  </section>`;
}
