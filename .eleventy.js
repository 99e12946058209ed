import { load } from "./src/load.js";

/** Loaded inside of the function: a preview calls it anew when src or layouts were edited. */
export default async function (eleventyConfig) {
  const { configure, isOutdated, failure } = await load("src/eleventy/configure.ts");
  return configure(eleventyConfig, { isOutdated, failure });
}
