import { clean } from "../../src/text/clean.ts";
import { html, raw, type Html } from "../html.ts";

/** Facts about a page for search engines, in the vocabulary of schema.org. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * A block of JSON-LD. A browser does not execute a script of this type, so a content security policy
 * without `script-src` leaves it alone. What could end the block, or a line of a script, is written as
 * an escape of JSON.
 */
export function jsonLd(facts: Facts): Html {
  const json = JSON.stringify({ "@context": "https://schema.org", ...facts }, cleaned);
  const safe = json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return html`<script type="application/ld+json">
    ${raw(safe)}
  </script>`;
}

/** JSON may hold characters that HTML may not. */
const cleaned = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? clean(value) : value;
