import type { SiteProps } from "../../src/site/props.ts";
import { ARCHIVE, HOME, RSS, SEARCH, SUBSCRIBE, TAGS } from "../../src/site/urls.ts";
import { directionOf } from "../../src/text/direction.ts";
import { html, type Html } from "../html.ts";
import { head, type About } from "./head.ts";

/** The id of the main part. No heading of an essay gets it: their ids hold no colon. */
const MAIN = "page:main";

/** A page like any other of the site: what it says of itself, and what is in the middle. */
export function page(site: SiteProps, about: About, main: Html): Html {
  return html`<!doctype html>
    <html lang="${site.language}" dir="${directionOf(site.language)}">
      ${head(site, about)}
      <body>
        <a class="skip" href="#${MAIN}">Skip to the text</a>
        ${header(site, about.canonical)}
        <main id="${MAIN}" tabindex="-1">${main}</main>
        ${footer(site)}
      </body>
    </html> `;
}

function header(site: SiteProps, here: string | undefined): Html {
  const places = [
    { title: "Essays", url: ARCHIVE },
    { title: "Tags", url: TAGS },
    ...site.navigation,
    { title: "Subscribe", url: SUBSCRIBE },
    ...(site.search ? [{ title: "Search", url: SEARCH }] : []),
  ];
  return html`<header class="site">
    <p class="site-title">${placeLink(site, { title: site.title, url: HOME }, here)}</p>
    <nav aria-label="Site">
      <ul>
        ${places.map((place) => html`<li>${placeLink(site, place, here)}</li> `)}
      </ul>
    </nav>
  </header>`;
}

interface Place {
  readonly title: string;
  readonly url: string;
}

function placeLink(site: SiteProps, { title, url }: Place, here: string | undefined): Html {
  const current = url === here && html`aria-current="page"`;
  return html`<a href="${site.link(url)}" ${current}>${title}</a>`;
}

function footer(site: SiteProps): Html {
  const { author } = site;
  const name = author.url ? html`<a rel="me" href="${author.url}">${author.name}</a>` : author.name;
  return html`<footer class="site">
    ${author.name !== "" && html`<p>Written by ${name}</p>`}
    <ul>
      <li><a href="${site.link(SUBSCRIBE)}">Subscribe</a></li>
      <li><a type="application/rss+xml" href="${site.link(RSS)}">Feed</a></li>
    </ul>
  </footer>`;
}
