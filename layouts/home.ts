import type { HomeProps, SiteProps } from "../src/site/props.ts";
import { ARCHIVE, HOME } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { cardList } from "./parts/cards.ts";
import { noEssays } from "./parts/empty.ts";
import { jsonLd } from "./parts/json-ld.ts";
import { page } from "./parts/page.ts";
import { person } from "./parts/person.ts";

/** `/`: what is new. */
export function home({ site, essays, total }: HomeProps): Html {
  const about = {
    title: site.title,
    description: site.description,
    language: site.language,
    canonical: HOME,
    type: "website",
    listed: true,
    more: blog(site),
  } as const;
  return page(
    site,
    about,
    html`<div class="h-feed">
      <h1 class="p-name visually-hidden">${site.title}</h1>
      ${site.description !== "" && html`<p class="p-summary lead">${site.description}</p>`}
      ${essays.length > 0 ? cardList(essays, site) : noEssays}
      ${
        total > essays.length &&
        html`<p class="more"><a href="${site.link(ARCHIVE)}">All ${total} essays</a></p>`
      }
    </div>`,
  );
}

function blog(site: SiteProps): Html {
  return jsonLd({
    "@type": ["WebSite", "Blog"],
    name: site.title,
    description: site.description || undefined,
    url: site.absolute(HOME),
    inLanguage: site.language,
    author: person(site),
  });
}
