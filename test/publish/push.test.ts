import assert from "node:assert/strict";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { changesBetween, readRecord } from "../../src/publish/release-record.ts";
import {
  blogServer,
  isAccepted,
  isRefused,
  liveOn,
  releasesOn,
  remoteLines,
  seen,
  SETTINGS,
} from "../support/blog-server.ts";
import { treeOf } from "../support/files.ts";

const server = await blogServer(test);
const { repo, www } = server;
const writer = server.writer();

const inode = (path: string): number => lstatSync(join(www, path)).ino;

test("a first push goes live, and says what readers will see", async () => {
  const commit = writer.commit({
    "content/site.yaml": SETTINGS,
    "content/essays/2026-01-02-one.md": "# One\n\nThe first of them.It's here.\n",
    "public/mark.txt": "A mark.\n",
  });
  const push = await writer.push();
  isAccepted(push);
  assert.equal(seen(server, "mark.txt"), "A mark.\n");
  assert.match(seen(server, "essays/one/index.html")!, /The first of them/);
  const said = remoteLines(push);
  assert.equal(said[0], `Checking and building ${commit.slice(0, 7)}.`);
  assert.match(
    said.join("\n"),
    /^content\/essays\/2026-01-02-one\.md:3:\d+ warning\[missing-space\]/m,
  );
  assert.ok(said.includes("  new     https://example.org/blog/essays/one/"));
  assert.match(said.at(-1)!, /^Live at https:\/\/example\.org\/blog\/ in \d+\.\d s$/);
});

test("a broken essay is refused with what is found in it, and changes nothing", async () => {
  const before = { releases: treeOf(join(www, "releases")), live: liveOn(server) };
  writer.commit({ "content/essays/2026-01-03-two.md": "# Two\n\nSee [there](nowhere.md).\n" });
  const push = await writer.push();
  isRefused(push, /^content\/essays\/2026-01-03-two\.md:3:13 error\[broken-link\]/m);
  assert.deepEqual({ releases: treeOf(join(www, "releases")), live: liveOn(server) }, before);
  assert.equal(server.writer("look").git("log", "--oneline").split("\n").length, 1);
});

test("a mended essay goes live; files that stay are links to the release before, and no file is one of the build's", async () => {
  const before = liveOn(server)!;
  writer.commit({
    "content/essays/2026-01-03-two.md": "# Two\n\nSee [there](2026-01-02-one.md).\n",
  });
  const push = await writer.push();
  isAccepted(push);
  const live = liveOn(server)!;
  assert.equal(inode(`releases/${live}/mark.txt`), inode(`releases/${before}/mark.txt`));
  assert.notEqual(inode(`releases/${live}/index.html`), inode(`releases/${before}/index.html`));
  const { files } = readRecord(seen(server, "release.json")!, "it");
  for (const path of files.keys())
    assert.notEqual(inode(`current/${path}`), inode(`.building/${path}`), path);
  assert.match(
    remoteLines(push).join("\n"),
    /^1 finding in files that this push leaves as they are$/m,
  );
});

test("what is deleted is gone with its folder, and a redirect stands for what is renamed", async () => {
  writer.commit({
    "content/essays/2026-01-03-two.md": undefined,
    "content/essays/2026-01-03-second.md": "---\naliases: [two]\n---\n# Second\n\nWords.\n",
    "public/mark.txt": undefined,
  });
  const push = await writer.push();
  isAccepted(push);
  assert.ok(remoteLines(push).includes("  new     https://example.org/blog/essays/second/"));
  assert.match(seen(server, "essays/two/index.html")!, /essays\/second\//);
  assert.equal(seen(server, "mark.txt"), undefined);
  const built = treeOf(join(www, ".building"));
  const shown = new Map(treeOf(join(www, "releases", liveOn(server)!)));
  shown.delete("release.json");
  assert.deepEqual([...shown.keys()], [...built.keys()]);
});

test("a release says what it was made of", () => {
  const record = readRecord(seen(server, "release.json")!, "it");
  assert.equal(record.commit, writer.git("rev-parse", "HEAD"));
  const [older] = releasesOn(server);
  const first = readRecord(
    readFileSync(join(www, "releases", older!, "release.json"), "utf8"),
    "it",
  );
  assert.deepEqual(changesBetween(first, record).removed, ["mark.txt"]);
});

test("a date comes from the pushed history, before git has accepted it", async () => {
  writer.commit(
    { "content/essays/third.md": "# Third one\n\nWords of it.\n" },
    "2026-01-07T12:00:00Z",
  );
  isAccepted(await writer.push());
  assert.match(seen(server, "essays/third/index.html")!, /2026-01-07/);
});

test("no line that the server says by itself is wider than a terminal", async () => {
  writer.commit({ "src/cli/a-file-of-code.ts": "code();\n" });
  const push = await writer.push();
  isRefused(push, /takes\nnothing else from a push/);
  const wide = remoteLines(push).filter((line) => line.length > 72 && !line.startsWith("  "));
  assert.deepEqual(wide, []);
  writer.git("reset", "--quiet", "--hard", "live/main");
});

test("other branches and tags are stored, and readers see nothing of them", async () => {
  const live = liveOn(server);
  writer.git("tag", "v1");
  writer.git("branch", "draft");
  const push = await writer.push(["live", "draft", "v1"]);
  isAccepted(push);
  assert.ok(remoteLines(push).includes("draft is stored, not published: readers see main."));
  assert.ok(remoteLines(push).includes("The tag v1 is stored, not published: readers see main."));
  assert.equal(liveOn(server), live);
  assert.deepEqual(writer.git("ls-remote", "live").split("\n").length, 4);
});

test("the branch can neither be deleted nor lose commits, unless init allowed it", async () => {
  const live = liveOn(server);
  isRefused(await writer.push(["live", ":main"]), /cannot be deleted/);
  writer.git("commit", "--quiet", "--amend", "--message=Other");
  isRefused(await writer.push(["--force", "live", "main"]), /take commits away from main/);
  assert.equal(liveOn(server), live);
  const args = [`--repo=${repo}`, `--www=${www}`];
  assert.equal((await server.publish("init", ...args, "--allow-force")).status, 0);
  isAccepted(await writer.push(["--force", "live", "main"]));
  assert.notEqual(liveOn(server), live);
  const deletion = await writer.push(["live", ":main"]);
  isAccepted(deletion);
  assert.match(seen(server, "index.html")!, /Third one/);
});

test("no reference may make git take one commit for another", async () => {
  const head = writer.git("rev-parse", "HEAD");
  const ref = `refs/replace/${head}`;
  isRefused(await writer.push(["live", `HEAD:${ref}`]), /one commit for another/);
  assert.equal(writer.git("ls-remote", "live", ref), "");
});
