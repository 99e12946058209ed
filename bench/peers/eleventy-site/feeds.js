import { SITE, escape, isoDay } from "./html.js";

/** What machines read, each as a template's front matter and its render function. */

const LATEST = 20;

export const feed = {
  data: { permalink: "/feed.xml", eleventyImport: { collections: ["essays"] } },
  render: ({ collections }) => rss({ title: SITE.title, url: "/", essays: collections.essays }),
};

export const tagFeed = {
  data: {
    pagination: { data: "collections.tagLists", size: 1, alias: "list" },
    permalink: ({ list }) => `${list.url}feed.xml`,
    eleventyImport: { collections: ["essays"] },
  },
  render: ({ list }) => rss({ title: list.tag, url: list.url, essays: list.essays }),
};

export const sitemap = {
  data: { permalink: "/sitemap.xml" },
  render: ({ collections }) => {
    const { essays, archivePages, tagPages } = collections;
    const urls = [...essays, { url: "/" }, { url: "/tags/" }, ...archivePages, ...tagPages].map(
      ({ url, date }) =>
        `<url><loc>${SITE.url}${url}</loc>${date ? `<lastmod>${isoDay(date)}</lastmod>` : ""}</url>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
  },
};

function rss({ title, url, essays }) {
  const latest = essays.slice(0, LATEST);
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escape(title)}</title>
<link>${SITE.url}${url}</link>
<description>${SITE.description}</description>
<language>${SITE.language}</language>
<lastBuildDate>${latest[0].date.toUTCString()}</lastBuildDate>
<atom:link href="${SITE.url}${url}feed.xml" rel="self" type="application/rss+xml"/>
${latest.map(item).join("\n")}
</channel>
</rss>
`;
}

function item({ url, date, data, templateContent }) {
  return `<item>
<title>${escape(data.title)}</title>
<link>${SITE.url}${url}</link>
<guid isPermaLink="false">${SITE.url}${url}</guid>
<pubDate>${date.toUTCString()}</pubDate>
<dc:creator>${SITE.author}</dc:creator>
${data.tags.map((tag) => `<category>${tag}</category>`).join("")}
<content:encoded>${escape(templateContent)}</content:encoded>
</item>`;
}
