import type { TagLink } from "./props.ts";

type Named = Pick<TagLink, "kind" | "label">;

const signs = { topic: "#", ticker: "$", mention: "@" } as const;

/** A tag as its writer would type it: `#opg`, `$OPG`, `@OpenGradient`. */
export const signed = ({ kind, label }: Named): string => signs[kind] + label;

/**
 * A tag as a plain keyword. Topics are bare words, as other programs expect them; tickers and mentions
 * keep their sign, or `#opg` and `$opg` would be one keyword.
 */
export const keyword = (tag: Named): string => (tag.kind === "topic" ? tag.label : signed(tag));
