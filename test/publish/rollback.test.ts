import assert from "node:assert/strict";
import { readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { placesOf, readBlog } from "../../src/publish/blog.ts";
import { tidyUp } from "../../src/publish/converge.ts";
import { bornAt } from "../../src/io/process-identity.ts";
import { switchTo } from "../../src/publish/releases.ts";
import { RELEASE_RECORD } from "../../src/site/urls.ts";
import {
  blogServer,
  isAccepted,
  liveOn,
  releasesOn,
  seen,
  SETTINGS,
} from "../support/blog-server.ts";
import { writeFiles } from "../support/files.ts";

const server = await blogServer(test, "--keep=3");
const writer = server.writer();
const essay = "content/essays/2026-01-02-one.md";

async function pushText(text: string): Promise<string> {
  writer.commit({ [essay]: `# One\n\n${text}\n` });
  isAccepted(await writer.push());
  return liveOn(server)!;
}

/** What readers see in the essay. */
const text = (): string | undefined =>
  /<p>(.*?)<\/p>/.exec(seen(server, "essays/one/index.html") ?? "")?.[1];

writer.commit({ "content/site.yaml": SETTINGS });
const first = await pushText("First words.");
const second = await pushText("Second words.");

test("an installation remembers its only blog: list and status need no --repo", async () => {
  const list = await server.publish("list");
  const about = `as of \\d{4}-\\d\\d-\\d\\d  Write`;
  assert.match(list.stdout, new RegExp(`^\\* ${second}  ${about}\n {2}${first}  ${about}\n$`));
  const status = await server.publish("status");
  assert.match(status.stdout, /^readers see +\S+, the last push$/m);
  assert.equal(status.status, 0);
});

test("a rollback shows the release before, and a timer leaves it alone", async () => {
  const { status, stdout } = await server.publish("rollback");
  assert.equal(status, 0);
  assert.match(stdout, new RegExp(first));
  assert.equal(text(), "First words.");
  assert.equal((await server.publish("tick")).status, 0);
  assert.equal(liveOn(server), first);
  assert.match((await server.publish("status")).stdout, /chosen with rollback/);
});

test("resume shows the last push again, with nothing built", async () => {
  assert.equal((await server.publish("resume")).status, 0);
  assert.equal(liveOn(server), second);
});

test("a release can be named by its commit, and one that is not there is refused with a way to find one", async () => {
  const commit = writer.git("rev-parse", "HEAD~1");
  assert.equal((await server.publish("rollback", commit)).status, 0);
  assert.equal(liveOn(server), first);
  const failed = await server.publish("rollback", "2020");
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /^There is no release 2020\. galley publish list .*\n$/);
});

test("the next push ends a rollback, and the live release is never pruned", async () => {
  const third = await pushText("Third words.");
  assert.equal(text(), "Third words.");
  assert.deepEqual(releasesOn(server), [first, second, third]);
  await server.publish("rollback", second);
  const fourth = await pushText("Fourth words.");
  assert.deepEqual(releasesOn(server), [second, third, fourth]);
});

test("a release whose record is gone is not shown", async () => {
  const half = "20200101T000000Z-0000000";
  writeFiles(join(server.www, "releases", half), { "index.html": "half" });
  const { status, stderr } = await server.publish("rollback", half);
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`${RELEASE_RECORD.slice(1)} is missing`));
});

test("a tick publishes what has come due, once", async () => {
  writer.commit({ "content/essays/2999-01-01-later.md": "# Later on\n\nIn time.\n" });
  isAccepted(await writer.push());
  assert.equal(seen(server, "essays/later/index.html"), undefined);
  const before = liveOn(server);
  const early = await server.publish("tick");
  assert.match(early.stderr, /Nothing has come due/);
  assert.equal(liveOn(server), before);
  const due = await server.publish("tick", "--as-of=2999-01-01");
  assert.match(due.stderr, /new {5}https:\/\/example\.org\/blog\/essays\/later\//);
  assert.match(seen(server, "essays/later/index.html")!, /In time/);
});

test("no release is removed that somebody chooses at that moment", async () => {
  await server.publish("resume");
  await pushText("Fifth words.");
  const blog = readBlog(server.repo);
  const places = placesOf(blog);
  const [oldest] = releasesOn(server);
  // Another process decides what readers see.
  writeFileSync(places.switchLock, `${process.ppid}\n${bornAt(process.ppid)}\n`);
  const tidied = tidyUp({ ...blog, keep: 1 });
  await sleep(200);
  switchTo(places, oldest!);
  rmSync(places.switchLock);
  await tidied;
  assert.deepEqual(releasesOn(server), [oldest]);
  assert.equal((await server.publish("resume")).status, 0);
  assert.equal(text(), "Fifth words.");
});

test("a link to the release of another blog is put right", async () => {
  const live = liveOn(server)!;
  rmSync(join(server.www, "current"));
  symlinkSync(`/elsewhere/${live}`, join(server.www, "current"));
  assert.equal((await server.publish("status")).status, 1);
  await server.publish("resume");
  assert.equal(readlinkSync(join(server.www, "current")), `releases/${live}`);
});
