import type { Outcome } from "../build/build.ts";
import type { Published } from "../build/lost.ts";
import { hasMarks, markedPage, marksIn } from "../marks/index.ts";

/**
 * Lays the marks of passages that are said twice on pages when somebody looks at them: they are no part of any page, so
 * that no edit has a page to make anew because of another essay's, and none can be published.
 */
export interface Marking {
  /** Whether the last good build found passages on the page of a site path. */
  isMarked(url: string): boolean;
  /** The page of a site path with its marks. */
  marked(url: string, page: string): string;
}

/**
 * @param outcome of the build that made the pages
 * @param published the site paths of its texts, with their files
 * @param addressAt the address in the preview of a site path
 */
export function markingOf(
  { report, proseOf }: Outcome,
  published: Published,
  addressAt: (url: string) => string,
): Marking {
  let addresses: ReadonlyMap<string, string> | undefined;
  const fileAt = (url: string): string | undefined =>
    Object.hasOwn(published, url) ? published[url] : undefined;
  const addressOf = (file: string): string | undefined => {
    addresses ??= new Map(Object.entries(published).map(([url, of]) => [of, addressAt(url)]));
    return addresses.get(file);
  };
  return {
    isMarked(url) {
      const file = fileAt(url);
      return file !== undefined && hasMarks(file, report);
    },
    marked(url, page) {
      const file = fileAt(url)!;
      const prose = proseOf(file);
      return prose ? markedPage(page, prose, marksIn(file, report, addressOf)) : page;
    },
  };
}

export const NO_MARKS: Marking = { isMarked: () => false, marked: (_url, page) => page };
