import type { DateProps } from "../../src/site/props.ts";
import { dayText } from "../../src/text/day.ts";
import { html, type Html } from "../html.ts";

/** A `<time>`; `className` is its microformat. */
export function time(date: DateProps, className: string, language: string): Html {
  return html`<time class="${className}" datetime="${date.iso}"
    >${dayText(date.day, language)}</time
  >`;
}
