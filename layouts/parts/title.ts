import { html, type Html } from "../html.ts";

interface Titled {
  readonly title: string;
  /** False where the title is only the first sentence. */
  readonly titled: boolean;
}

/**
 * The one `h1` of a page of text. A title that is only the first sentence stands in the text anyway:
 * it is there for those who go from heading to heading, and not to be seen.
 */
export function h1({ title, titled }: Titled): Html {
  return html`<h1 class="${titled ? "p-name" : "p-name visually-hidden"}">${title}</h1>`;
}
