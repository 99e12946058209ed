import type { Essay } from "../essays/essay.ts";
import { oldestFirst } from "../site/order.ts";
import type { Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";

/** Where a finding stands that is about a file as a whole. */
export const TOP: Span = { start: 0, end: 0 };

/** The file of settings, as findings name it. */
export const SETTINGS_FILE = "site.yaml";

/** Where each essay stands in time, by its file, so that of two that clash the later is told. */
export const ranksOf = ({ essays, pages }: Site): ReadonlyMap<string, number> =>
  new Map([...pages, ...oldestFirst(essays)].map((text, rank) => [text.source.file, rank]));

/** The part of the front matter that an essay's address or id comes from. */
export function identitySpan({ manuscript, aliases }: Essay): Span {
  const { id, slug } = manuscript.frontMatter;
  return (id ?? aliases.at(-1) ?? slug)?.span ?? TOP;
}
