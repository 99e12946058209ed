import type { DateProps, EssayProps, Neighbour, SiteProps } from "../src/site/props.ts";
import { keyword } from "../src/site/tag-names.ts";
import { html, raw, type Html } from "./html.ts";
import { time } from "./parts/date.ts";
import { jsonLd } from "./parts/json-ld.ts";
import { languageIn } from "./parts/language.ts";
import { markBadge } from "./parts/mark.ts";
import { page } from "./parts/page.ts";
import { hCard, person } from "./parts/person.ts";
import { tagList } from "./parts/tags.ts";
import { h1 } from "./parts/title.ts";

/** An essay: its text, with what leads on from it. */
export function essay(props: EssayProps): Html {
  const { site, essay } = props;
  const about = {
    title: essay.title,
    description: essay.description,
    language: essay.lang,
    canonical: essay.url,
    type: "article",
    picture: props.picture,
    listed: essay.mark === undefined,
    more: html`${articleMeta(props)} ${blogPosting(props)}`,
  } as const;
  return page(site, about, html`${article(props)} ${neighbours(props)} ${related(props)}`);
}

function article(props: EssayProps): Html {
  const { site, essay, updated, body } = props;
  return html`<article class="h-entry" ${languageIn(site.language, essay.lang)}>
    <header>
      ${h1(essay)}
      <p class="meta" ${essay.lang !== site.language && html`lang="${site.language}"`}>
        <a class="u-url" rel="bookmark" href="${site.link(essay.url)}">${published(props)}</a>
        ${updated && html`<span>updated ${time(updated, "dt-updated", site.language)}</span>`}
        ${hCard(site)} ${markBadge(essay.mark)}
      </p>
    </header>
    <div class="e-content text">${raw(body.html)}</div>
    ${tagList(essay.tags, site)}
  </article>`;
}

/** The essay's date is its link to itself, as readers of blogs know it. */
function published({ site, essay }: EssayProps): Html {
  return essay.date ? time(essay.date, "dt-published", site.language) : html`Undated`;
}

function neighbours({ site, newer, older }: EssayProps): Html | undefined {
  if (!newer && !older) return undefined;
  return html`<nav class="neighbours" aria-label="Neighbouring essays">
    ${older && html`<p>Older ${neighbourLink(older, site, "prev")}</p>`}
    ${newer && html`<p>Newer ${neighbourLink(newer, site, "next")}</p>`}
  </nav>`;
}

function related({ site, related }: EssayProps): Html | undefined {
  if (related.length === 0) return undefined;
  return html`<section class="related">
    <h2>Related essays</h2>
    <ul>
      ${related.map((other) => html`<li>${neighbourLink(other, site)}</li> `)}
    </ul>
  </section>`;
}

function neighbourLink({ url, title, lang }: Neighbour, site: SiteProps, rel?: string): Html {
  const relation = rel && html`rel="${rel}"`;
  const language = languageIn(site.language, lang);
  return html`<a href="${site.link(url)}" ${relation} ${language}>${title}</a>`;
}

/** The article's part of the Open Graph protocol. */
function articleMeta({ essay, updated }: EssayProps): Html {
  return html`${moment("article:published_time", essay.date)}
  ${moment("article:modified_time", updated)}
  ${essay.tags.map((tag) => html`<meta property="article:tag" content="${keyword(tag)}" /> `)}`;
}

function moment(property: string, date: DateProps | undefined): Html | undefined {
  return date && html`<meta property="${property}" content="${date.iso}" />`;
}

function blogPosting({ site, essay, updated, picture, words }: EssayProps): Html {
  const url = site.absolute(essay.url);
  return jsonLd({
    "@type": "BlogPosting",
    headline: essay.title,
    description: essay.description || undefined,
    datePublished: essay.date?.iso,
    dateModified: (updated ?? essay.date)?.iso,
    author: person(site),
    inLanguage: essay.lang,
    keywords: essay.tags.length > 0 ? essay.tags.map(keyword) : undefined,
    wordCount: words,
    image: picture && site.absolute(picture),
    mainEntityOfPage: url,
    url,
  });
}
