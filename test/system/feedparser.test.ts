import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ended } from "../support/build.ts";
import { makeSure } from "../support/programs.ts";
import { feedSites, shown, type FeedSite } from "./feeds.ts";

makeSure(import.meta.filename);

/** Reads the feeds that it is told of, as a subscriber would, and tells what it found as JSON. */
const READ = `
import calendar, feedparser, json, sys

def entry(e):
    return {
        "id": e.id,
        "title": e.title,
        "url": e.link,
        "moment": calendar.timegm(e.published_parsed) * 1000,
        "tags": [tag.term for tag in e.get("tags", [])],
        "author": e.get("author", ""),
        "hasContent": e.content[0].value != "",
    }

def feed(url):
    f = feedparser.parse(url)
    return {
        "complaint": str(f.bozo_exception) if f.bozo else "",
        "status": f.status,
        "self": [link.href for link in f.feed.links if link.rel == "self"],
        "entries": [entry(e) for e in f.entries],
    }

print(json.dumps([feed(url) for url in sys.argv[1:]]))
`;

interface Read {
  readonly complaint: string;
  readonly status: number;
  /** The feed's own address, as it says. */
  readonly self: readonly string[];
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly moment: number;
  readonly tags: readonly string[];
  readonly author: string;
  readonly hasContent: boolean;
}

for (const site of await feedSites({ after })) {
  const { name, entries, feeds } = site;

  test(`feedparser complains of no feed of ${name}`, async () => {
    const read = await readAll(site, feeds);
    const complaints = read.map(({ complaint, status, self }) => ({ complaint, status, self }));
    const fine = feeds.map((path) => ({
      complaint: "",
      status: 200,
      self: [addressOf(site, path)],
    }));
    assert.deepEqual(complaints, fine);
  });

  // Feedparser lists a category once, even where a ticker and a topic are written alike.
  test(`feedparser reads every essay of ${name}`, async () => {
    const [main] = await readAll(site, feeds.slice(0, 1));
    const expected = entries.map((entry) => ({
      id: entry.id,
      title: shown(entry.title),
      url: entry.url,
      moment: Date.parse(entry.date_published),
      tags: [...new Set(entry.tags)].map(shown),
      author: shown(entry.authors?.[0]?.name ?? ""),
      hasContent: entry.content_html !== "",
    }));
    assert.deepEqual(main!.entries.map(asShown), expected);
  });
}

const addressOf = ({ address }: FeedSite, path: string): string => address + path.slice(1);

const asShown = (entry: Entry): Entry => ({
  ...entry,
  title: shown(entry.title),
  author: shown(entry.author),
  tags: entry.tags.map(shown),
});

async function readAll({ origin }: FeedSite, paths: readonly string[]): Promise<readonly Read[]> {
  const urls = paths.map((path) => origin + path);
  const env = { ...process.env, no_proxy: "*" };
  const { status, stdout, stderr } = await ended("/usr/bin/python3", ["-c", READ, ...urls], {
    env,
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as readonly Read[];
}
