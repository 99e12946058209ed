import type { PlainProps } from "../src/site/props.ts";
import { html, raw, type Html } from "./html.ts";
import { languageIn } from "./parts/language.ts";
import { page } from "./parts/page.ts";
import { h1 } from "./parts/title.ts";

/** A page of `content/pages/`. */
export function plain(props: PlainProps): Html {
  const { site, url, title, description, lang, body } = props;
  const about = {
    title,
    description,
    language: lang,
    canonical: url,
    type: "website",
    listed: true,
  } as const;
  return page(
    site,
    about,
    html`<article class="h-entry sheet" ${languageIn(site.language, lang)}>
      ${h1(props)}
      <div class="e-content text">${raw(body.html)}</div>
    </article>`,
  );
}
