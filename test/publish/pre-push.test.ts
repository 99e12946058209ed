import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { branchesIn } from "../../src/publish/pre-push/pushed.ts";
import { ended, type Ended } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gitEnvironment, type Repository } from "../support/repository.ts";
import { blogIn, galleyOf } from "./blog.ts";

const place = temporaryFolder({ after });
const folder = join(place, "Ada's blög");
const REMOTE = join(place, "remote");
const hook = join(folder, ".git/hooks/pre-push");
const MOMENT = "2026-05-02T12:00:00Z";
let blog: Repository;

before(async () => {
  blog = blogIn(folder);
  blog.git("init", "--quiet", "--bare", REMOTE);
  blog.git("remote", "add", "origin", REMOTE);
  const { status, stderr } = await galleyOf(folder, ["publish", "hook"]);
  assert.equal(status, 0, stderr);
});

beforeEach(() => {
  blog.git("checkout", "--quiet", "--force", "-B", "main", "main");
});

const push = (...args: readonly string[]): Promise<Ended> => pushFrom(folder, {}, ...args);

const pushFrom = (
  cwd: string,
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<Ended> =>
  ended("git", ["push", "--quiet", "origin", ...args], {
    cwd,
    env: { ...gitEnvironment(), ...env },
  });

/** What the remote has under a name; undefined for nothing. */
function atRemote(ref: string): string | undefined {
  const listed = git("ls-remote", "origin", ref);
  return listed === "" ? undefined : listed.slice(0, 40);
}

const git = (...args: readonly string[]): string =>
  execFileSync("git", args, { cwd: folder, env: gitEnvironment(), encoding: "utf8" }).trim();

const write = (text: string): void => writeFiles(folder, { "content/essays/new.md": text });
const BROKEN = "# New\n\nSee [there](nowhere.md).\n";

/** Commits a broken essay on a branch of its own. */
function brokenBranch(name: string): void {
  blog.git("checkout", "--quiet", "-b", name);
  write(BROKEN);
  blog.commit(MOMENT);
}

test("a push without errors goes through and says what was proofed, dates from its history included", async () => {
  const { status, stderr } = await push("main");
  assert.equal(status, 0, stderr);
  assert.match(stderr, /^Galley: main \([\da-f]{7}\): 2 essays, \d+ words: 0 errors, 0 warnings/m);
  assert.equal(atRemote("refs/heads/main"), git("rev-parse", "main"));
});

test("a push with an error is stopped, with file and line; --no-verify sends it", async () => {
  brokenBranch("broken");
  const { status, stderr } = await push("broken");
  assert.equal(status, 1);
  assert.match(stderr, /^content\/essays\/new\.md:3:\d+ error\[broken-link\]/m);
  assert.match(stderr, /1 error in broken \([\da-f]{7}\), so nothing was pushed/);
  assert.equal(atRemote("refs/heads/broken"), undefined);
  assert.equal((await push("--no-verify", "broken")).status, 0);
  assert.equal(atRemote("refs/heads/broken"), git("rev-parse", "broken"));
});

test("what is committed is proofed, not what lies in the work tree", async () => {
  brokenBranch("mended-too-late");
  write("# New\n\nMended, and not committed.\n");
  assert.equal((await push("mended-too-late")).status, 1);
  blog.git("checkout", "--quiet", "--force", "-b", "fine", "main");
  write(BROKEN);
  const { status, stderr } = await push("fine");
  assert.equal(status, 0, stderr);
  rmSync(join(folder, "content/essays/new.md"));
});

test("every branch of a push is proofed, and each by what it holds itself", async () => {
  brokenBranch("first");
  blog.git("checkout", "--quiet", "-b", "second", "main");
  write("---\ntitel: A warning\n---\n\n# New\n\nFine but for a key.\n");
  blog.commit(MOMENT);
  const { status, stderr } = await push("first", "second");
  assert.equal(status, 1);
  assert.match(stderr, /1 error in first/);
  assert.match(stderr, /^Galley: second \([\da-f]{7}\): 3 essays, \d+ words: 0 errors, 1 warning/m);
  assert.equal((await push("second")).status, 0, "a warning stops no push");
});

test("deletions, tags and branches without content are not proofed", async () => {
  brokenBranch("short-lived");
  await push("--no-verify", "short-lived");
  blog.git("tag", "a-tag");
  blog.git("checkout", "--quiet", "--orphan", "site");
  blog.git("rm", "--quiet", "-r", "--force", "content");
  blog.commit(MOMENT);
  const { status, stderr } = await push(":short-lived", "a-tag", "site");
  assert.deepEqual([status, stderr], [0, ""]);
  assert.equal(atRemote("refs/heads/short-lived"), undefined);
  assert.notEqual(atRemote("refs/tags/a-tag"), undefined);
});

test("another work tree, without an installation, is proofed by that of the first", async () => {
  brokenBranch("elsewhere");
  blog.git("checkout", "--quiet", "main");
  const other = join(place, "other work tree");
  blog.git("worktree", "add", "--quiet", other, "elsewhere");
  const { status, stderr } = await pushFrom(other, {}, "elsewhere");
  assert.equal(status, 1);
  assert.match(stderr, /broken-link/);
});

test("what a killed proof left behind is put right by the next", async () => {
  blog.git("checkout", "--quiet", "-b", "after-a-kill");
  blog.commit(MOMENT);
  await push("after-a-kill");
  const state = join(folder, ".galley");
  const home = join(
    state,
    readdirSync(state).find((name) => name.startsWith("pushed-"))!,
  );
  writeFiles(home, { "repository.git/index.lock": "", "tree/content/essays/harbour.md": BROKEN });
  rmSync(join(home, "tree/content/site.yaml"));
  blog.commit(MOMENT);
  const { status, stderr } = await push("after-a-kill");
  assert.equal(status, 0, stderr);
  assert.match(stderr, /2 essays, \d+ words: 0 errors, 0 warnings/);
});

test("a clone that is named by GIT_DIR and GIT_WORK_TREE is proofed from any folder", async () => {
  brokenBranch("from-afar");
  const env = { GIT_DIR: join(folder, ".git"), GIT_WORK_TREE: folder };
  const { status, stderr } = await pushFrom(place, env, "from-afar");
  assert.equal(status, 1);
  assert.match(stderr, /^content\/essays\/new\.md:3:\d+ error/m);
});

test("a shallow clone is told that it has no dates", async () => {
  const shallow = join(place, "shallow");
  write("# New\n\nOne commit more.\n");
  blog.commit(MOMENT);
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, shallow], {
    env: gitEnvironment(),
  });
  symlinkSync(join(folder, "node_modules"), join(shallow, "node_modules"));
  await galleyOf(shallow, ["publish", "hook"]);
  execFileSync("git", ["remote", "set-url", "origin", REMOTE], { cwd: shallow });
  const { status, stderr } = await pushFrom(shallow, {}, "HEAD:refs/heads/shallow");
  assert.equal(status, 1);
  assert.match(stderr, /shallow clone/);
});

test("a clone without all objects is told so in a few lines, not one for each of its files", async () => {
  const sparse = join(place, "sparse");
  execFileSync("git", ["-C", folder, "config", "uploadpack.allowFilter", "true"]);
  const few = ["--quiet", "--filter=blob:none", "--sparse"];
  execFileSync("git", ["clone", ...few, `file://${folder}`, sparse], { env: gitEnvironment() });
  execFileSync("git", ["sparse-checkout", "set", "bin", "src", "layouts"], {
    cwd: sparse,
    stdio: "ignore",
  });
  symlinkSync(join(folder, "node_modules"), join(sparse, "node_modules"));
  const installed = await galleyOf(sparse, ["publish", "hook"]);
  assert.equal(installed.status, 0, installed.stderr);
  execFileSync("git", ["remote", "set-url", "origin", REMOTE], { cwd: sparse });
  const { stderr } = await pushFrom(sparse, {}, "HEAD:refs/heads/sparse");
  assert.match(
    stderr,
    /^Galley: git failed: (?:.*unable to read .*\n){3}and \d+ more\. What is pushed was not proofed\.\n/,
  );
});

test("without a shell's PATH, the node that installed the hook is taken; without any, the push goes on unproofed", async () => {
  brokenBranch("from-a-window");
  const bare = join(place, "bin");
  mkdirSync(bare, { recursive: true });
  const path = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  symlinkSync(path, join(bare, "git"));
  const stopped = await pushFrom(folder, { PATH: bare }, "from-a-window");
  assert.equal(stopped.status, 1, stopped.stderr);

  const whole = readFileSync(hook, "utf8");
  writeFileSync(hook, whole.replace(/^node=.*$/m, "node='/gone/node'"));
  const { status, stderr } = await pushFrom(folder, { PATH: bare }, "from-a-window");
  writeFileSync(hook, whole);
  assert.deepEqual(
    [status, stderr],
    [0, "Galley: there is no node in PATH. What is pushed was not proofed.\n"],
  );
});

test("where Galley is not installed, or cannot finish, the push goes on and one line says so", async () => {
  brokenBranch("not-installed");
  const whole = readFileSync(hook, "utf8");
  const missing = whole.replace(/^site=.*$/m, "site=/gone").replace(/\|\| site=.*$/m, "|| :");
  writeFileSync(hook, missing);
  const unproofed = await push("not-installed");
  writeFileSync(hook, whole.replace("publish pre-push", "publish gone"));
  const unknown = await push("not-installed:another");
  writeFileSync(hook, whole);
  const line = "npm ci was not run in /gone. What is pushed was not proofed.\n";
  assert.deepEqual([unproofed.status, unproofed.stderr], [0, `Galley: ${line}`]);
  assert.equal(unknown.status, 0);
  assert.match(
    unknown.stderr,
    /the proof did not come to its end\. What is pushed was not proofed/,
  );
});

test("git's lines are read as the branches that they send", () => {
  const [a, b, none] = ["a".repeat(40), "b".repeat(40), "0".repeat(40)];
  const lines = [
    `refs/heads/main ${a} refs/heads/main ${none}`,
    `HEAD ${a} refs/heads/same ${b}`,
    `refs/tags/v1 ${b} refs/tags/v1 ${none}`,
    `(delete) ${none} refs/heads/old ${a}`,
    `${b} ${b} refs/heads/a/b ${none}`,
    "",
  ];
  assert.deepEqual(branchesIn(lines.join("\n")), [
    { name: "main", commit: a },
    { name: "a/b", commit: b },
  ]);
});
