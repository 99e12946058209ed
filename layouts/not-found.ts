import type { NotFoundProps } from "../src/site/props.ts";
import { ARCHIVE, HOME, SEARCH, TAGS } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { page } from "./parts/page.ts";

/** `/404.html`: what a web server shows for an address that leads nowhere. */
export function notFound({ site }: NotFoundProps): Html {
  const about = {
    title: "Page not found",
    description: "",
    language: site.language,
    type: "website",
    listed: false,
  } as const;
  return page(
    site,
    about,
    html`<h1>Page not found</h1>
      <p>There is nothing at this address. Perhaps it has a mistake, or the page is gone.</p>
      <p>To find what you were looking for, try</p>
      <ul>
        <li><a href="${site.link(HOME)}">the latest essays</a></li>
        <li><a href="${site.link(ARCHIVE)}">all essays</a></li>
        <li><a href="${site.link(TAGS)}">the tags</a></li>
        ${site.search && html`<li><a href="${site.link(SEARCH)}">a search of the whole site</a></li>`}
      </ul>`,
  );
}
