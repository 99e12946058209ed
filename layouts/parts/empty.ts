import { html } from "../html.ts";

/** What a blog says that is only just beginning. */
export const noEssays = html`<p>There are no essays yet. The first one will be listed here.</p>`;
