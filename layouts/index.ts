import type { Kind, PropsOf } from "../src/site/props.ts";
import { archive } from "./archive.ts";
import { essay } from "./essay.ts";
import { home } from "./home.ts";
import type { Html } from "./html.ts";
import { notFound } from "./not-found.ts";
import { plain } from "./plain.ts";
import { redirect } from "./redirect.ts";
import { search } from "./search.ts";
import { subscribe } from "./subscribe.ts";
import { tagIndex } from "./tag-index.ts";
import { tag } from "./tag.ts";
import { year } from "./year.ts";

/** The kinds of pages that are HTML. The others are made by `src/site/feeds` and `src/share`. */
export type LayoutKind = Exclude<
  Kind,
  "rss" | "json-feed" | "sitemap" | "robots" | "share-picture"
>;

/** What each kind of page looks like. A layout sees its props and nothing else. */
export const layouts: { readonly [K in LayoutKind]: (props: PropsOf<K>) => Html } = {
  home,
  essay,
  plain,
  archive,
  year,
  "tag-index": tagIndex,
  tag,
  subscribe,
  search,
  "not-found": notFound,
  redirect,
};
