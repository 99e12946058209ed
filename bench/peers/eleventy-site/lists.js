import { cards, page, pager } from "./html.js";

/** The pages that list essays, each as a template's front matter and its render function. */

export const home = {
  data: { permalink: "/" },
  render: ({ collections }) =>
    page({ title: "Ten thousand essays", url: "/", main: cards(collections.essays.slice(0, 20)) }),
};

/** Galley has a page a year, twenty of them; here as many pages of the list. */
export const archive = {
  data: {
    pagination: { data: "collections.archivePages", size: 1, alias: "list" },
    permalink: ({ list }) => list.url,
  },
  render: ({ list }) =>
    page({
      title: "Essays",
      url: list.url,
      main: `<h1>Essays</h1>\n${cards(list.essays)}\n${pager(list.newer, list.older)}`,
    }),
};

export const tagIndex = {
  data: { permalink: "/tags/" },
  render: ({ collections }) => {
    const entries = collections.tagLists.map(
      ({ tag, url, essays }) => `<li><a href="${url}">#${tag}</a> ${essays.length}</li>`,
    );
    return page({
      title: "Tags",
      url: "/tags/",
      main: `<h1>Tags</h1>\n<ul>${entries.join("\n")}</ul>`,
    });
  },
};

export const tag = {
  data: {
    pagination: { data: "collections.tagPages", size: 1, alias: "list" },
    permalink: ({ list }) => list.url,
  },
  render: ({ list }) =>
    page({
      title: list.tag,
      url: list.url,
      feed: list.feed,
      main: `<h1>#${list.tag}</h1>
<p>${list.total} essays. <a href="${list.feed}">Feed</a></p>
${cards(list.essays)}
${pager(list.newer, list.older)}`,
    }),
};
