import type { SiteProps, YearProps } from "../src/site/props.ts";
import { html, type Html } from "./html.ts";
import { lineList } from "./parts/cards.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";
import { yearName } from "./parts/year-name.ts";

/** The essays of one year. */
export function year({ site, url, year, essays, newer, older }: YearProps): Html {
  const title = year === "undated" ? "Undated essays" : `Essays of ${year}`;
  return page(
    site,
    listing(site, { title, url, description: `${title} on ${site.title}` }),
    html`<h1>${title}</h1>
      ${lineList(essays, site)}
      ${
        (newer || older) &&
        html`<nav class="neighbours" aria-label="Other years">
          ${older && html`<p class="older"><span>Older</span> ${yearLink(older, site, "prev")}</p>`}
          ${newer && html`<p class="newer"><span>Newer</span> ${yearLink(newer, site, "next")}</p>`}
        </nav>`
      }`,
  );
}

type Year = NonNullable<YearProps["newer"]>;

function yearLink({ year, url }: Year, site: SiteProps, rel: string): Html {
  return html`<a rel="${rel}" href="${site.link(url)}">${yearName(year)}</a>`;
}
