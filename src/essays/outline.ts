import { isDeepStrictEqual } from "node:util";
import type { Manuscript } from "./essay.ts";

/**
 * All that others see of a text: the pages that list it or lead to it, and the checks of the whole site. An edit of
 * prose alone, behind the first words, leaves it as it was.
 */
function outlineOf(manuscript: Manuscript): unknown {
  const { body: _body, words: _words, notProse: _notProse, links, ...seen } = manuscript;
  return { ...seen, links: links.map(({ kind, target, alt }) => [kind, target, alt]) };
}

export const haveSameOutline = (a: Manuscript, b: Manuscript): boolean =>
  isDeepStrictEqual(outlineOf(a), outlineOf(b));
