import type { Essay } from "../essays/essay.ts";
import type { Settings } from "../settings/settings.ts";
import { addressOf } from "./address.ts";
import { inNavigation, newestFirst, oldestFirst } from "./order.ts";
import type { Site, TagPage } from "./site.ts";
import { tagPagesOf } from "./tags.ts";
import { essayUrl, plainUrl, TAGS } from "./urls.ts";

/**
 * Makes the index of a site.
 *
 * @param texts everything that the writer wrote, in any order
 * @param showsAll whether drafts and essays of the future are shown too, as previews do
 */
export function siteOf(texts: readonly Essay[], settings: Settings, showsAll: boolean): Site {
  const isShown = ({ state }: Essay): boolean => showsAll || state === "published";
  const withRole = (role: Essay["source"]["role"]): readonly Essay[] =>
    texts.filter(({ source }) => source.role === role);

  const essays = newestFirst(withRole("essay").filter(isShown));
  const tags = tagPagesOf(essays);
  const described = describe(tags, oldestFirst(withRole("description").filter(isShown)));
  return {
    settings,
    prefix: addressOf(settings).prefix,
    essays,
    pages: inNavigation(withRole("page").filter(isShown)),
    withheld: oldestFirst(texts.filter((text) => !isShown(text))),
    tags,
    ...described,
    urlOf: (text) => urlOf(text) ?? urlOfDescription(described.descriptions, text),
  };
}

function urlOf({ source, slug }: Essay): string | undefined {
  if (source.role === "essay") return essayUrl(slug);
  if (source.role === "page") return plainUrl(slug);
  return undefined;
}

/** A description is read on its tag's page; one that describes no tag is read nowhere. */
function urlOfDescription(descriptions: Site["descriptions"], text: Essay): string {
  return [...descriptions].find(([, description]) => description === text)?.[0] ?? TAGS;
}

type Descriptions = Pick<Site, "descriptions" | "unusedDescriptions">;

/** Finds the tag of each description by its slug; where kinds share a slug, topics come before tickers and mentions. */
function describe(tags: readonly TagPage[], texts: readonly Essay[]): Descriptions {
  const urlBySlug = new Map<string, string>();
  for (const { url } of tags) {
    const slug = url.split("/")[2]!;
    if (!urlBySlug.has(slug)) urlBySlug.set(slug, url);
  }
  const descriptions = new Map<string, Essay>();
  const unusedDescriptions: Essay[] = [];
  for (const text of texts) {
    const url = urlBySlug.get(text.slug);
    if (url === undefined || descriptions.has(url)) unusedDescriptions.push(text);
    else descriptions.set(url, text);
  }
  return { descriptions, unusedDescriptions };
}
