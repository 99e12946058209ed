/** What the pages have in common. */

export const SITE = {
  title: "Ten thousand essays",
  description: "Invented prose to measure with",
  url: "https://example.org",
  language: "en",
  author: "Nobody",
};

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escape(text) {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

export function page({ title, url, feed, main }) {
  return `<!doctype html>
<html lang="${SITE.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<link rel="canonical" href="${SITE.url}${url}">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
${feed ? `<link rel="alternate" type="application/rss+xml" href="${feed}">` : ""}
</head>
<body>
<header><a href="/">${SITE.title}</a>
<nav><a href="/essays/">Essays</a> <a href="/tags/">Tags</a> <a href="/feed.xml">Feed</a></nav></header>
<main>
${main}
</main>
<footer>${SITE.author}</footer>
</body>
</html>
`;
}

/** Essays as a list. */
export function cards(essays) {
  return `<ol>${essays.map(card).join("\n")}</ol>`;
}

function card({ url, date, data }) {
  return `<li class="h-entry"><a class="u-url p-name" href="${url}">${escape(data.title)}</a>\n${time(date)}</li>`;
}

export function time(date) {
  const day = isoDay(date);
  return `<time class="dt-published" datetime="${day}">${day}</time>`;
}

export function isoDay(date) {
  return date.toISOString().slice(0, 10);
}

export function pager(newer, older) {
  return [
    newer && `<a rel="prev" href="${newer}">Newer</a>`,
    older && `<a rel="next" href="${older}">Older</a>`,
  ]
    .filter(Boolean)
    .join("\n");
}
