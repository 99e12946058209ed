import assert from "node:assert/strict";
import { chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { refuseOtherUser } from "../../src/publish/blogs.ts";
import { ROOT } from "../../src/io/root.ts";
import { blogServer, isAccepted, liveOn, SETTINGS } from "../support/blog-server.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { repositoryIn } from "../support/repository.ts";

const server = await blogServer(test);
const { repo, www } = server;

test("init again renews the hooks, keeps all else, and changes only what is said", async () => {
  const writer = server.writer();
  writer.commit({ "content/site.yaml": SETTINGS, "content/pages/about.md": "# About\n\nMe.\n" });
  isAccepted(await writer.push());
  const [live, before] = [liveOn(server), treeOf(www)];
  writeFileSync(
    join(repo, "hooks/pre-receive"),
    readFileSync(join(repo, "hooks/pre-receive"), "utf8").replace(/^exec.*/m, "exit 1"),
  );
  const again = await server.publish("init", `--repo=${repo}`, `--www=${www}`, "--keep=2");
  assert.equal(again.status, 0, again.stderr);
  assert.match(again.stdout, /renewed/);
  assert.equal(liveOn(server), live);
  assert.deepEqual(differences(before, treeOf(www)), []);
  assert.equal(statSync(join(repo, "hooks/pre-receive")).mode & 0o777, 0o755);
  const settings = JSON.parse(readFileSync(join(repo, "galley/blog.json"), "utf8")) as object;
  assert.deepEqual(
    { ...settings, limits: 0 },
    {
      version: 1,
      site: ROOT,
      www,
      branch: "main",
      trust: "content",
      keep: 2,
      allowForce: false,
      limits: 0,
    },
  );
  writer.commit({ "content/pages/about.md": "# About\n\nMe again.\n" });
  isAccepted(await writer.push());
});

test("places where files would be mixed with others are refused, and nothing is made there", async (t) => {
  const folder = temporaryFolder(t);
  const at = (name: string): string => join(folder, name);
  writeFiles(folder, { "full/notes.txt": "mine", file: "mine", "half.git/notes.txt": "mine" });
  mkdirSync(at("clone"));
  repositoryIn(at("clone"));
  const before = treeOf(folder);
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [at("a.git"), at("full"), /not empty, and holds no releases/],
    [at("a.git"), at("file"), /is a file/],
    [at("half.git"), at("www"), /neither empty nor a bare repository/],
    [at("clone"), at("www"), /with a work tree/],
    // Its HEAD would be moved to another branch.
    [at("clone/.git"), at("www"), /with a work tree/],
    [at("a\nb.git"), at("www"), /a\\u\{000A\}b\.git has a control character/],
    [at("a.git"), at("a.git/www"), /in one another/],
    [at("a.git"), join(ROOT, "www"), /this installation/],
    ["/", at("www"), /in one another/],
    [at("a.git"), www, /holds the releases of/],
  ];
  for (const [otherRepo, otherWww, reason] of cases) {
    const { status, stderr } = await server.publish(
      "init",
      `--repo=${otherRepo}`,
      `--www=${otherWww}`,
    );
    assert.equal(status, 1);
    assert.match(stderr, reason);
    assert.equal(stderr.trim().split("\n").length, 1);
  }
  assert.deepEqual(differences(before, treeOf(folder)), []);
});

test("a hook of somebody else's is not overwritten", async (t) => {
  const folder = temporaryFolder(t);
  const bare = join(folder, "bare.git");
  repositoryIn(folder).git("init", "--quiet", "--bare", bare);
  writeFiles(bare, { "hooks/post-receive": "#!/bin/sh\n" });
  const { status, stderr } = await server.publish(
    "init",
    `--repo=${bare}`,
    `--www=${join(folder, "www")}`,
  );
  assert.equal(status, 1);
  assert.match(stderr, /hooks\/post-receive is a hook that Galley did not write/);
  assert.equal(readFileSync(join(bare, "hooks/post-receive"), "utf8"), "#!/bin/sh\n");
});

test("nobody but its owner changes a blog, not even root, who would leave what the owner cannot replace", (t) => {
  const folder = temporaryFolder(t);
  refuseOtherUser({ repo: folder });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, 65534, 65534);
  assert.throws(() => refuseOtherUser({ repo: isRoot ? folder : "/" }), /belongs to another user/);
});

test("where several blogs are published, commands ask which one", async () => {
  const [otherRepo, otherWww] = [join(server.folder, "other.git"), join(server.folder, "other")];
  await server.publish("init", `--repo=${otherRepo}`, `--www=${otherWww}`);
  const { status, stderr } = await server.publish("list");
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`--repo=${repo}\n.*--repo=${otherRepo}\n`));
  const named = await server.publish("list", `--repo=${otherRepo}`);
  assert.match(named.stdout, /Nothing was pushed to main yet/);
});

test("wrong options are wrong usage", async () => {
  const places = [`--repo=${repo}`, `--www=${www}`];
  for (const wrong of [
    ["--trust=all"],
    ["--keep=0"],
    ["--branch=a..b"],
    ["--allow-force", "--no-force"],
  ])
    assert.equal((await server.publish("init", ...places, ...wrong)).status, 2, wrong.join(" "));
  assert.equal((await server.publish("init", `--repo=${repo}`)).status, 2);
});
