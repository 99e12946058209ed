import { escape, page, time } from "../html.js";

/** An essay's page. */
export default function ({ title, page: { url, date }, tags, content, collections }) {
  const { newer, older } = collections.neighbours.get(url);
  return page({
    title,
    url,
    main: `<article class="h-entry">
<h1 class="p-name">${escape(title)}</h1>
<p>${time(date)}
${tags.map((tag) => `<a class="p-category" rel="tag" href="/tags/${tag}/">#${tag}</a>`).join(" ")}</p>
<div class="e-content">
${content}
</div>
</article>
<nav>
${newer ? `<a rel="next" href="${newer.url}">${escape(newer.data.title)}</a>` : ""}
${older ? `<a rel="prev" href="${older.url}">${escape(older.data.title)}</a>` : ""}
</nav>`,
  });
}
