import type { Essay } from "../../essays/essay.ts";
import { tagLink } from "../cards.ts";
import type { Page } from "../page.ts";
import type { TagPage } from "../site.ts";
import { tagFeedUrl, tagPartUrl, TAGS } from "../urls.ts";
import { pageAt, type Context } from "./context.ts";

/** A tag page of more essays than this is paged. */
const LONGEST_LIST = 99;

/** Parts are filled from the oldest, so that an essay that is added changes no part but the newest. */
const PART = 50;

export function tagIndexPage({ site, props }: Context): Page {
  const tags = site.tags.map((tag) => ({ ...tagLink(tag), count: tag.essays.length }));
  return pageAt(TAGS, "the index of tags", () => ({ kind: "tag-index", site: props, tags }));
}

export const tagPages = (context: Context): readonly Page[] =>
  context.site.tags.flatMap((tag) => pagesOf(context, tag));

function pagesOf({ site, props, cardsOf }: Context, tag: TagPage): readonly Page[] {
  const { url } = tag;
  const shared = {
    kind: "tag",
    site: props,
    tag: tagLink(tag),
    feedUrl: tagFeedUrl(url),
    total: tag.essays.length,
  } as const;
  const description = site.descriptions.get(url);
  const { newest, parts } = partsOf(tag.essays);
  const urlOfPart = (number: number): string | undefined => {
    if (number === 0) return undefined;
    return number > parts.length ? url : tagPartUrl(url, number);
  };
  const older = urlOfPart(parts.length);
  const first = pageAt(
    url,
    `the page of the ${tag.kind} "${tag.label}"`,
    (bodyOf) => ({
      ...shared,
      url,
      essays: cardsOf(newest),
      ...(description && { description: bodyOf(description) }),
      ...(older && { older }),
    }),
    { shows: description ? [description] : [] },
  );
  const rest = parts.map((essays, place) => {
    const number = place + 1;
    const older = urlOfPart(number - 1);
    const own = tagPartUrl(url, number);
    return pageAt(own, `page ${number} of the ${tag.kind} "${tag.label}"`, () => ({
      ...shared,
      url: own,
      essays: cardsOf(essays),
      number,
      newer: urlOfPart(number + 1)!,
      ...(older && { older }),
    }));
  });
  return [first, ...rest];
}

/** Splits a tag's essays, newest first: parts of 50 from the oldest, and 50 to 99 that stay with the newest. */
function partsOf(essays: readonly Essay[]): {
  readonly newest: readonly Essay[];
  readonly parts: readonly (readonly Essay[])[];
} {
  if (essays.length <= LONGEST_LIST) return { newest: essays, parts: [] };
  const count = Math.floor(essays.length / PART) - 1;
  const parts = Array.from({ length: count }, (_, place) => {
    const end = essays.length - place * PART;
    return essays.slice(end - PART, end);
  });
  return { newest: essays.slice(0, essays.length - count * PART), parts };
}
