import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { ended } from "../support/build.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { makeSure } from "../support/programs.ts";
import { feedSites, shown, type FeedSite } from "./feeds.ts";

makeSure(import.meta.filename);

/** When this run began, in whole seconds, as newsboat counts. */
const STARTED = Math.floor(Date.now() / 1000) * 1000;

for (const site of await feedSites({ after })) {
  const { name, entries } = site;

  test(`newsboat subscribes to ${name} and gets every essay`, async (t) => {
    const subscription = subscribe(t, site);
    await subscription.reload();
    const expected = entries.map(({ id, title, url, date_published, authors }) => ({
      id,
      title: shown(title),
      url,
      moment: asNewsboatHasIt(Date.parse(date_published)),
      author: shown(authors?.[0]?.name ?? ""),
    }));
    assert.deepEqual(byId(await subscription.items()), byId(expected));
    assert.equal(await subscription.unread(), `${entries.length} unread articles`);
  });

  test(`newsboat finds nothing new in ${name} when it asks again`, async (t) => {
    const subscription = subscribe(t, site);
    await subscription.reload();
    const before = await subscription.items();
    await subscription.reload();
    assert.deepEqual(await subscription.items(), before);
  });
}

/** Newsboat knows no date before 1970: it takes the moment of the download instead. */
const asNewsboatHasIt = (moment: number): number | "now" =>
  moment < 0 || moment >= STARTED ? "now" : moment;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly moment: number | "now";
  readonly author: string;
}

const byId = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const ITEMS = `
import json, sqlite3, sys

rows = sqlite3.connect(sys.argv[1]).execute("select guid, title, url, pubDate, author from rss_item order by id")
print(json.dumps([dict(zip(["id", "title", "url", "moment", "author"], row)) for row in rows]))
`;

/** A reader with a home of its own, that knows the main feed of one site. */
function subscribe(scope: Scope, { origin, feeds }: FeedSite) {
  const home = temporaryFolder(scope);
  const [urls, cache] = [join(home, "urls"), join(home, "cache.db")];
  writeFileSync(urls, `${origin}${feeds[0]!}\n`);

  async function run(program: string, args: readonly string[]): Promise<string> {
    const env = { ...process.env, HOME: home, no_proxy: "*" };
    const { status, stdout, stderr } = await ended(program, args, { env });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  }

  const newsboat = (command: string) => run("newsboat", ["-u", urls, "-c", cache, "-x", command]);

  return {
    reload: () => newsboat("reload"),
    unread: () => newsboat("print-unread"),
    async items(): Promise<readonly Item[]> {
      const items = JSON.parse(await run("/usr/bin/python3", ["-c", ITEMS, cache])) as (Item & {
        readonly moment: number;
      })[];
      return items.map((item) => ({
        ...item,
        title: shown(item.title),
        author: shown(item.author),
        moment: asNewsboatHasIt(item.moment * 1000),
      }));
    },
  };
}
