import { join, relative } from "node:path";
import { archivePagesOf, essaysOf, neighboursOf, tagListsOf, tagPagesOf } from "./collections.js";
import { feed, sitemap, tagFeed } from "./feeds.js";
import { archive, home, tag, tagIndex } from "./lists.js";

/** Eleventy wants their way from the essays. */
const LAYOUTS = join(import.meta.dirname, "layouts");

/** Virtual templates, since the corpus holds nothing but essays. */
const TEMPLATES = { home, archive, tagIndex, tag, feed, tagFeed, sitemap };

export default function (eleventyConfig) {
  // Typographic quotes, which Galley and Hugo make too.
  eleventyConfig.amendLibrary("md", (md) => md.set({ typographer: true }));

  eleventyConfig.addCollection("essays", (api) => essaysOf(api));
  eleventyConfig.addCollection("neighbours", (api) => neighboursOf(essaysOf(api)));
  eleventyConfig.addCollection("archivePages", (api) => archivePagesOf(essaysOf(api)));
  eleventyConfig.addCollection("tagLists", (api) => tagListsOf(essaysOf(api)));
  eleventyConfig.addCollection("tagPages", (api) => tagPagesOf(essaysOf(api)));

  eleventyConfig.addGlobalData("layout", "essay.11ty.js");
  for (const [name, { data, render }] of Object.entries(TEMPLATES)) {
    eleventyConfig.addTemplate(`${name}.11ty.js`, render, { ...data, layout: null });
  }

  return {
    dir: { includes: relative(eleventyConfig.directories.input, LAYOUTS) },
    templateFormats: ["md", "11ty.js"],
    // Essays hold no template syntax: looking for some makes a build slower.
    markdownTemplateEngine: false,
  };
}
