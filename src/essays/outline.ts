import { hash } from "node:crypto";
import type { Manuscript } from "./essay.ts";

/**
 * Hash of all that others see of a text: the pages that list it or lead to it, and the checks of the whole site. An
 * edit of prose alone, behind the first words, leaves it as it was.
 */
export function outlineOf(manuscript: Manuscript): string {
  const { body: _body, words: _words, notProse: _notProse, links, ...seen } = manuscript;
  const targets = links.map(({ kind, target, alt }) => [kind, target, alt]);
  return hash("sha1", JSON.stringify([seen, targets]), "base64url");
}
