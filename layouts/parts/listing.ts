import type { SiteProps } from "../../src/site/props.ts";
import type { Html } from "../html.ts";
import type { About } from "./head.ts";

interface Listing {
  readonly title: string;
  readonly url: string;
  readonly description: string;
  readonly more?: Html;
}

/** What a page in the site's own words, which lists what is elsewhere, says of itself. */
export function listing(site: SiteProps, { url, ...rest }: Listing): About {
  return { ...rest, language: site.language, canonical: url, type: "website", listed: true };
}
