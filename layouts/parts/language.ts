import { directionOf } from "../../src/text/direction.ts";
import { html, type Html } from "../html.ts";

/** `lang`, and `dir` where it changes, of an element whose text is not in the language around it. */
export function languageIn(around: string, language: string): Html | undefined {
  if (language === around) return undefined;
  const direction = directionOf(language);
  if (direction === directionOf(around)) return html`lang="${language}"`;
  return html`lang="${language}" dir="${direction}"`;
}
