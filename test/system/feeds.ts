import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_CONTENT } from "../../src/io/root.ts";
import type { Scope } from "../support/folders.ts";
import { GUARANTEES } from "../support/hostile.ts";
import { fixture, hostileContent, servedSite, type ServedSite } from "../support/site.ts";

/** An essay as JSON Feed has it: what readers of the RSS are to find there too. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date_published: string;
  readonly content_html: string;
  readonly tags?: readonly string[];
  readonly authors?: readonly { readonly name: string }[];
}

/** A served site with feeds that are worth reading. */
export interface FeedSite extends ServedSite {
  readonly name: string;
  /** The paths of all RSS feeds on the server, the main one first. */
  readonly feeds: readonly string[];
  /** What the main feed holds, newest first. */
  readonly entries: readonly Entry[];
}

/** The site of this repository, one of everything that essays can hold, and all hostile ones. */
export async function feedSites(scope: Scope): Promise<readonly FeedSite[]> {
  const contents = {
    "the site of this repository": DEFAULT_CONTENT,
    "a site of everything that essays can hold": fixture(scope, "site"),
    "a site of active content": fixture(scope, "active"),
    ...Object.fromEntries(
      GUARANTEES.map((number) => [
        `the hostile site of guarantee ${number}`,
        hostileContent(scope, number),
      ]),
    ),
  };
  const sites: FeedSite[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const site = await servedSite(scope, content);
    sites.push({ ...site, name, feeds: feedsIn(site.folder), entries: entriesIn(site.folder) });
  }
  return sites;
}

const feedsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((path) => path.endsWith("feed.xml"))
    .map((path) => encodeURI(`/${path}`))
    .toSorted((a, b) => a.length - b.length);

const entriesIn = (folder: string): readonly Entry[] =>
  (JSON.parse(readFileSync(join(folder, "feed.json"), "utf8")) as { items: readonly Entry[] })
    .items;

/**
 * Text as every reader shows it. Readers differ in blanks; the word joiner is what keeps some of them from taking a
 * part of a title for HTML.
 */
export const shown = (text: string): string =>
  text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
