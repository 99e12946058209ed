import type { RobotsProps, SitemapProps } from "../props.ts";
import { branch, leaf } from "./xml.ts";

/** The sitemap protocol of sitemaps.org. */
export function renderSitemap({ site, urls }: SitemapProps): string {
  const entries = urls.map(({ url, changed }) =>
    branch("url", [
      leaf("loc", site.absolute(url)),
      changed === undefined ? "" : leaf("lastmod", changed),
    ]),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("")}</urlset>
`;
}

/** Lets every crawler read everything, and tells it where the sitemap is. */
export function renderRobots({ site }: RobotsProps): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site.absolute("/sitemap.xml")}\n`;
}
