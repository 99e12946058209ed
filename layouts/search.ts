import type { SearchProps, SiteProps } from "../src/site/props.ts";
import { ARCHIVE, SEARCH, SEARCH_INDEX, TAGS } from "../src/site/urls.ts";
import { html, type Html } from "./html.ts";
import { noEssays } from "./parts/empty.ts";
import { listing } from "./parts/listing.ts";
import { page } from "./parts/page.ts";

/** The id of the field. No heading of an essay gets it: their ids hold no colon. */
const FIELD = "search:words";

/**
 * `/search/`: the one page with a script (`public/search.js`), which loads the index when somebody searches. Without
 * it the page says how else to find things.
 */
export function search({ site, parts }: SearchProps): Html {
  const description = `Find words in everything that ${site.title} has published`;
  return page(
    site,
    listing(site, {
      title: "Search",
      url: SEARCH,
      description,
      ...(parts > 0 && { more: assets(site) }),
    }),
    html`<h1>Search</h1>
      ${parts === 0 ? noEssays : html`${form(site, parts)} ${answer(site)}`}`,
  );
}

function assets(site: SiteProps): Html {
  return html`<link rel="stylesheet" href="${site.link("/search.css")}" />
    <script type="module" src="${site.link("/search.js")}"></script>`;
}

function form(site: SiteProps, parts: number): Html {
  return html`<form
    class="search"
    role="search"
    action="${site.link(SEARCH)}"
    data-index="${site.link(SEARCH_INDEX)}"
    data-parts="${parts}"
    data-language="${site.language}"
  >
    <label for="${FIELD}">Words to look for</label>
    <input id="${FIELD}" type="search" name="q" autocomplete="off" enterkeyhint="search" />
    <button>Search</button>
  </form>`;
}

/** What the script fills, and what stands there until it does. */
function answer(site: SiteProps): Html {
  return html`<noscript
      >Searching takes place in your browser, and needs JavaScript there.</noscript
    >
    <p class="search-status" role="status"></p>
    <div class="search-results">
      <p>
        You can also look through <a href="${site.link(ARCHIVE)}">all essays</a> or
        <a href="${site.link(TAGS)}">the tags</a>, and find words on each page with your browser’s
        own search.
      </p>
    </div>`;
}
