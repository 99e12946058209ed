import type { EssayProps } from "../../src/site/props.ts";
import { html, type Html } from "../html.ts";
import { languageIn } from "./language.ts";

/** The table of contents of a long essay; nothing where there is none. */
export function contents({ site, essay, contents }: EssayProps): Html | undefined {
  if (contents.length === 0) return undefined;
  return html`<nav class="contents" aria-labelledby="page:contents">
    <p id="page:contents">Contents</p>
    <ol ${languageIn(site.language, essay.lang)}>
      ${contents.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
    </ol>
  </nav>`;
}
