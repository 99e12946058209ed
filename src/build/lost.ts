import type { Site } from "../site/site.ts";

/** The site paths of essays and pages, with the files they were written in. */
export type Published = Readonly<Record<string, string>>;

export const publishedBy = (site: Site): Published =>
  Object.fromEntries(
    [...site.essays, ...site.pages].map((text) => [site.urlOf(text), text.source.file]),
  );

/** What was published and leads nowhere now: neither a page nor a redirect is left. */
export const lostUrls = (
  published: Published,
  urls: ReadonlySet<string>,
): readonly { url: string; file: string }[] =>
  Object.entries(published)
    .filter(([url]) => !urls.has(url))
    .map(([url, file]) => ({ url, file }));
