import type { RedirectProps } from "../src/site/props.ts";
import { html, type Html } from "./html.ts";
import { page } from "./parts/page.ts";

/** Sends readers of an old address on, in browsers without JavaScript and from any web server. */
export function redirect({ site, to, title }: RedirectProps): Html {
  const target = site.link(to);
  const about = {
    title,
    description: "",
    language: site.language,
    canonical: to,
    type: "website",
    listed: false,
    more: html`<meta http-equiv="refresh" content="0; url=${target}" />`,
  } as const;
  return page(
    site,
    about,
    html`<h1>This page has moved</h1>
      <p>It is now at <a href="${target}">${title}</a>.</p>`,
  );
}
