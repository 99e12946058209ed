import type { DateProps } from "../../src/site/props.ts";
import { MONTHS } from "../../src/text/months.ts";
import { html, type Html } from "../html.ts";

/**
 * A day as people read it: "24 February 2026" where the site is English, else the ISO day, which every
 * language shares. `Intl` knows all languages, but not the same ones on every machine.
 */
export function dayText(day: string, language: string): string {
  if (!/^en\b/i.test(language)) return day;
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

/** A `<time>`; `className` is its microformat. */
export function time(date: DateProps, className: string, language: string): Html {
  return html`<time class="${className}" datetime="${date.iso}"
    >${dayText(date.day, language)}</time
  >`;
}
