import type { Card, SiteProps } from "../../src/site/props.ts";
import { html, type Html } from "../html.ts";
import { time } from "./date.ts";
import { languageIn } from "./language.ts";
import { markBadge } from "./mark.ts";
import { tagList } from "./tags.ts";

/** A list of essays to choose from, in the order given: each with its summary and its tags. */
export function cardList(essays: readonly Card[], site: SiteProps): Html {
  return html`<ul class="cards">
    ${essays.map((essay) => cardOf(essay, site))}
  </ul>`;
}

/** A list of essays to look one up, in the order given: a line each. */
export function lineList(essays: readonly Card[], site: SiteProps): Html {
  return html`<ul class="lines">
    ${essays.map((essay) => line(essay, site))}
  </ul>`;
}

interface Made {
  readonly site: SiteProps;
  readonly markup: Html;
}

/** An essay is listed on the page of each of its tags: its card is made once. */
const cards = new WeakMap<Card, Made>();

function cardOf(essay: Card, site: SiteProps): Html {
  const known = cards.get(essay);
  if (known?.site === site) return known.markup;
  const markup = card(essay, site);
  cards.set(essay, { site, markup });
  return markup;
}

function card(essay: Card, site: SiteProps): Html {
  const language = languageIn(site.language, essay.lang);
  return html`<li class="card h-entry">
    <h2 ${language}>${titleLink(essay, site)}</h2>
    ${cardMeta(essay, site)} ${summaryOf(essay, language)} ${tagList(essay.tags, site)}
  </li> `;
}

function line(essay: Card, site: SiteProps): Html {
  const language = languageIn(site.language, essay.lang);
  return html`<li class="line h-entry">
    <p ${language}>${titleLink(essay, site)}</p>
    ${cardMeta(essay, site)}
  </li> `;
}

const titleLink = ({ url, title }: Card, site: SiteProps): Html =>
  html`<a class="u-url p-name" href="${site.link(url)}">${title}</a>`;

function cardMeta({ date, mark }: Card, site: SiteProps): Html | undefined {
  if (!date && !mark) return undefined;
  return html`<p class="meta">
    ${date && time(date, "dt-published", site.language)} ${markBadge(mark)}
  </p>`;
}

/** An untitled essay is listed by its first words: a summary that begins with them says nothing new. */
function summaryOf(essay: Card, language: Html | undefined): Html | undefined {
  const { title, titled, description } = essay;
  const repeats = !titled && description.startsWith(title.replace(/…$/, ""));
  if (description === "" || repeats) return undefined;
  return html`<p class="p-summary" ${language}>${description}</p>`;
}
