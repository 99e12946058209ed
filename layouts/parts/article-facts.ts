import type { DateProps, EssayProps } from "../../src/site/props.ts";
import { keyword } from "../../src/site/tag-names.ts";
import { html, type Html } from "../html.ts";
import { jsonLd } from "./json-ld.ts";
import { person } from "./person.ts";

/** The article's part of the Open Graph protocol. */
export function articleMeta({ essay, updated }: EssayProps): Html {
  return html`${moment("article:published_time", essay.date)}
  ${moment("article:modified_time", updated)}
  ${essay.tags.map((tag) => html`<meta property="article:tag" content="${keyword(tag)}" /> `)}`;
}

function moment(property: string, date: DateProps | undefined): Html | undefined {
  return date && html`<meta property="${property}" content="${date.iso}" />`;
}

/** The essay in the vocabulary of schema.org. */
export function blogPosting({ site, essay, updated, picture, words }: EssayProps): Html {
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
