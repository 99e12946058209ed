import { html, type Html } from "../html.ts";

interface Titled {
  readonly title: string;
  /** False where the title is only the first sentence. */
  readonly titled: boolean;
}

/** Longer titles are set smaller: they would fill a phone's screen. In UTF-16 units. */
const LONG_TITLE = 60;

/**
 * The one `h1` of a page of text. A title that is only the first sentence stands in the text anyway:
 * it is there for those who go from heading to heading, and not to be seen.
 */
export function h1({ title, titled }: Titled): Html {
  return html`<h1 class="p-name${sizeOf({ title, titled })}">${title}</h1>`;
}

function sizeOf({ title, titled }: Titled): string {
  if (!titled) return " visually-hidden";
  return title.length > LONG_TITLE ? " long" : "";
}
