import type { EssayProps, Neighbour, SiteProps } from "../src/site/props.ts";
import { SUBSCRIBE } from "../src/site/urls.ts";
import { html, raw, type Html } from "./html.ts";
import { articleMeta, blogPosting } from "./parts/article-facts.ts";
import { contents } from "./parts/contents.ts";
import { time } from "./parts/date.ts";
import { languageIn } from "./parts/language.ts";
import { markBadge } from "./parts/mark.ts";
import { page } from "./parts/page.ts";
import { hCard } from "./parts/person.ts";
import { tagList } from "./parts/tags.ts";
import { h1 } from "./parts/title.ts";

/** An essay: its text, with what is to be known about it in the margin, and what leads on from it below. */
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
  const { site, essay, body } = props;
  const inSiteLanguage = languageIn(essay.lang, site.language);
  return html`<article class="h-entry sheet" ${languageIn(site.language, essay.lang)}>
    ${h1(essay)}
    <div class="margin" ${inSiteLanguage}>${meta(props)} ${contents(props)}</div>
    <div class="e-content text">${raw(body.html)}</div>
    <footer class="colophon" ${inSiteLanguage}>
      ${tagList(essay.tags, site)}
      <p class="invitation">
        New essays come to you by <a href="${site.link(SUBSCRIBE)}">feed</a>.
      </p>
    </footer>
  </article>`;
}

function meta(props: EssayProps): Html {
  const { site, essay, updated, minutes } = props;
  return html`<p class="meta">
    <a class="u-url" rel="bookmark" href="${site.link(essay.url)}">${published(props)}</a>
    ${updated && html`<span>updated ${time(updated, "dt-updated", site.language)}</span>`}
    <span>${minutes} min read</span>
    ${hCard(site)} ${markBadge(essay.mark)}
  </p>`;
}

/** The essay's date is its link to itself, as readers of blogs know it. */
function published({ site, essay }: EssayProps): Html {
  return essay.date ? time(essay.date, "dt-published", site.language) : html`Undated`;
}

function neighbours({ site, newer, older }: EssayProps): Html | undefined {
  if (!newer && !older) return undefined;
  return html`<nav class="neighbours" aria-label="Neighbouring essays">
    ${older && html`<p class="older"><span>Older</span> ${neighbourLink(older, site, "prev")}</p>`}
    ${newer && html`<p class="newer"><span>Newer</span> ${neighbourLink(newer, site, "next")}</p>`}
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
