/** What the listing pages go over. All of it is made in one pass: Eleventy's own ways look at every essay again and again. */

const ARCHIVE_PAGES = 20;
const SHORTEST_ARCHIVE_PAGE = 20;
const TAG_PAGE = 50;

/** Newest first. */
export function essaysOf(api) {
  return api
    .getAll()
    .filter(({ data }) => data.tags)
    .toSorted((a, b) => b.date - a.date || (a.inputPath < b.inputPath ? -1 : 1));
}

/** The essays before and after each, by URL. */
export function neighboursOf(essays) {
  return new Map(essays.map(({ url }, i) => [url, { newer: essays[i - 1], older: essays[i + 1] }]));
}

export function archivePagesOf(essays) {
  const size = Math.max(SHORTEST_ARCHIVE_PAGE, Math.ceil(essays.length / ARCHIVE_PAGES));
  return pagesOf("/essays/", essays, size);
}

/** A list for each tag, in the order of the tags. */
export function tagListsOf(essays) {
  const lists = new Map();
  for (const essay of essays) {
    for (const tag of essay.data.tags) {
      if (lists.has(tag)) lists.get(tag).push(essay);
      else lists.set(tag, [essay]);
    }
  }
  return [...lists]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, tagged]) => ({ tag, url: `/tags/${tag}/`, essays: tagged }));
}

export function tagPagesOf(essays) {
  return tagListsOf(essays).flatMap(({ tag, url, essays }) =>
    pagesOf(url, essays, TAG_PAGE).map((page) => ({
      ...page,
      tag,
      total: essays.length,
      feed: `${url}feed.xml`,
    })),
  );
}

function pagesOf(url, essays, size) {
  const count = Math.ceil(essays.length / size);
  const urlOf = (n) => (n === 0 ? url : `${url}page/${n + 1}/`);
  return Array.from({ length: count }, (_, n) => ({
    url: urlOf(n),
    essays: essays.slice(n * size, (n + 1) * size),
    newer: n > 0 ? urlOf(n - 1) : undefined,
    older: n < count - 1 ? urlOf(n + 1) : undefined,
  }));
}
