import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { layouts, type LayoutKind } from "../../layouts/index.ts";
import type { Scope } from "../support/folders.ts";
import { manyEssays } from "../support/many-essays.ts";
import { fixture, type ServedSite } from "../support/site.ts";

/** Where a page of each kind stands in the site of all kinds. */
const PLACES: Readonly<Record<LayoutKind | "search", string>> = {
  home: "/",
  essay: "/essays/every-feature/",
  plain: "/about/",
  archive: "/essays/",
  year: "/essays/2024/",
  "tag-index": "/tags/",
  tag: "/tags/all/page/2/",
  subscribe: "/subscribe/",
  search: "/search/",
  "not-found": "/404.html",
  redirect: "/essays/long-words-of-old/",
};

/** Essays that are read in another way: from right to left, and without spaces. */
const OTHER_SCRIPTS = ["/essays/arabic/", "/essays/japanese/"];

/** Content that makes pages of all kinds: everything that essays can hold, and so many that lists are parted. */
export function contentOfAllKinds(scope: Scope): string {
  const content = fixture(scope, "site");
  // Its address is that of the undated essays' list, which only a long archive has.
  rmSync(join(content, "essays/undated.md"));
  cpSync(manyEssays(scope), content, { recursive: true });
  return content;
}

/** The paths of one page of each kind. Throws where the site lacks one. */
export function pagesOfAllKinds(site: ServedSite): readonly string[] {
  const kinds = Object.keys(layouts) as readonly LayoutKind[];
  const paths = [...kinds.map((kind) => PLACES[kind]), ...OTHER_SCRIPTS];
  const missing = paths.filter((path) => !site.pages.includes(path));
  if (missing.length > 0) throw new Error(`The site of all kinds lacks ${missing.join(", ")}`);
  return paths;
}
