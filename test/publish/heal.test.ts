import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { placesOf, readBlog } from "../../src/publish/blog.ts";
import { converge } from "../../src/publish/converge.ts";
import { beginDraft, finishDraft } from "../../src/publish/draft.ts";
import { baseOf } from "../../src/publish/make-release.ts";
import { recordOf } from "../../src/publish/record-of.ts";
import { recordIn } from "../../src/publish/releases.ts";
import {
  blogServer,
  isAccepted,
  isRefused,
  isWhole,
  liveOn,
  releasesOn,
  remoteLines,
  seen,
  SETTINGS,
} from "../support/blog-server.ts";
import { dyingAt, dyingAtLater } from "../support/dying.ts";
import { gitEnvironment } from "../support/repository.ts";

const server = await blogServer(test);
const { repo, www } = server;
const writer = server.writer();
const blog = readBlog(repo);
const places = placesOf(blog);
const hooks = join(repo, "hooks");

writer.commit({
  "content/site.yaml": SETTINGS,
  "content/essays/2026-01-02-one.md": "# One\n\nOld.\n",
});
isAccepted(await writer.push());

/** What the server has, kept aside, so that it can be had again. */
function keepAside(): () => void {
  const aside = join(server.folder, "aside");
  rmSync(aside, { recursive: true, force: true });
  const own = ["www", "blog.git"] as const;
  for (const name of own)
    cpSync(join(server.folder, name), join(aside, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  return () => {
    for (const name of own) {
      rmSync(join(server.folder, name), { recursive: true, force: true });
      cpSync(join(aside, name), join(server.folder, name), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  };
}

/** Does something as a server would whose hook after the push is killed before it does anything. */
async function withoutPostReceive(run: () => Promise<void>): Promise<void> {
  const hook = join(hooks, "post-receive");
  const text = readFileSync(hook, "utf8");
  writeFileSync(hook, "#!/bin/sh\nkill -9 $$\n");
  await run();
  writeFileSync(hook, text);
}

test("killed at any change that the hook after a push makes, publishing ends up with the pushed release", async () => {
  writer.commit({ "content/essays/2026-01-02-one.md": "# One\n\nNew.\n" });
  const before = liveOn(server);
  await withoutPostReceive(async () => isAccepted(await writer.push()));
  assert.equal(liveOn(server), before);
  const restore = keepAside();
  for (let change = 0; ; change++) {
    restore();
    const wasKilled = await dyingAtLater(change, () => converge(blog, { endRollback: true }));
    const shown = await converge(blog, { endRollback: true });
    assert.equal(shown.kind, "shown");
    assert.match(seen(server, "essays/one/index.html")!, /New\./);
    isWhole(server, writer);
    assert.equal(releasesOn(server).length, 2, `killed before change ${change}`);
    if (!wasKilled) break;
  }
});

test("killed at any change that makes a release, the next push makes it whole", async () => {
  const record = recordIn(join(www, "current"))!;
  // Another site: one page is new, one is changed, one is gone.
  const files = new Map(record.files);
  files.delete("404.html");
  files.set("index.html", files.get("404.html") ?? "");
  rmSync(join(www, ".building/404.html"));
  mkdirSync(join(www, ".building/new"));
  writeFileSync(join(www, ".building/new/index.html"), "new");
  writeFileSync(join(www, ".building/index.html"), "changed");
  const { commit, asOf } = record;
  const next = recordOf(places.building, { commit, asOf });
  const base = baseOf(places);
  const spoilt = await beginDraft(places, base);
  const restore = keepAside();
  for (let change = 0; ; change++) {
    restore();
    const id = "20260101T000000Z-0000000";
    const wasKilled = dyingAt(change, () => finishDraft(places, base, spoilt, next, id));
    if (!existsSync(join(places.pending, id))) {
      finishDraft(places, base, await beginDraft(places, base), next, id);
    }
    assert.deepEqual(recordOf(join(places.pending, id), { commit, asOf }), next);
    assert.deepEqual(recordOf(base!.folder, { commit, asOf }).files, base!.record.files);
    if (!wasKilled) break;
  }
  restore();
});

/** The numbers of the processes whose command line has these words in it. */
const processesWith = (...words: readonly string[]): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return words.every((word) => line.includes(word));
      } catch {
        return false;
      }
    })
    .map(Number);

async function until<T>(found: () => T | undefined): Promise<T> {
  for (;;) {
    const value = found();
    if (value !== undefined) return value;
    await sleep(5);
  }
}

test("a hook that is killed in the middle of a build leaves what the next push makes good", async () => {
  writer.commit({ "content/essays/2026-01-04-two.md": "# Two\n\nWords.\n" });
  const before = liveOn(server);
  const push = writer.push();
  await until(() => processesWith("galley.js", "build", repo)[0]);
  for (const pid of processesWith("pre-receive", repo)) process.kill(pid, "SIGKILL");
  assert.equal((await push).status, 1);
  assert.equal(liveOn(server), before);
  isAccepted(await writer.push());
  assert.match(seen(server, "essays/two/index.html")!, /Words\./);
  assert.deepEqual(processesWith("galley.js", "build", repo), []);
  isWhole(server, writer);
});

test("a writer who leaves when the push is accepted does not take it back", async () => {
  writer.commit({ "content/essays/2026-01-05-three.md": "# Three\n\nWords.\n" });
  const client = spawn("git", ["push", "live", "main"], {
    cwd: writer.folder,
    env: gitEnvironment(),
    detached: true,
    stdio: "ignore",
  });
  const gone = once(client, "close");
  // Ctrl-C reaches all that runs in the terminal.
  await until(() => processesWith("galley.js", "post-receive", repo)[0]);
  process.kill(-client.pid!, "SIGINT");
  await gone;
  await until(() => seen(server, "essays/three/index.html"));
  await until(() => (processesWith("post-receive", repo).length === 0 ? true : undefined));
  isWhole(server, writer);
});

test("of ten pushes at once one is accepted, the others are told why, and readers see that one", async () => {
  const writers = Array.from({ length: 10 }, (_, i) => server.writer(`writer-${i}`));
  for (const [i, one] of writers.entries())
    one.commit({ "content/essays/2026-01-06-race.md": `# Race\n\nBy writer ${i}.\n` });
  const pushes = await Promise.all(writers.map((one) => one.push()));
  const accepted = pushes.flatMap(({ status }, i) => (status === 0 ? [i] : []));
  assert.equal(accepted.length, 1);
  assert.match(seen(server, "essays/race/index.html")!, new RegExp(`By writer ${accepted[0]}\\.`));
  isWhole(server, writer);
  const reasons = pushes.filter(({ status }) => status !== 0).map(({ stderr }) => stderr);
  for (const reason of reasons)
    assert.match(reason, /another push was quicker|cannot lock ref|fetch first/i);
  writer.git("pull", "--quiet", "live", "main");
});

test("pushes on top of each other are published in their order, and the last one is seen", async () => {
  writer.commit({ "content/essays/2026-01-07-order.md": "# Order\n\nOne.\n" });
  isAccepted(await writer.push());
  writer.commit({ "content/essays/2026-01-07-order.md": "# Order\n\nTwo.\n" });
  await withoutPostReceive(async () => isAccepted(await writer.push()));
  writer.commit({ "content/essays/2026-01-07-order.md": "# Order\n\nThree.\n" });
  isAccepted(await writer.push());
  assert.match(seen(server, "essays/order/index.html")!, /Three\./);
  isWhole(server, writer);
});

test("a release that is lost is built again by resume", async () => {
  rmSync(join(www, "releases", liveOn(server)!), { recursive: true });
  const { status, stderr } = await server.publish("resume");
  assert.equal(status, 0, stderr);
  isWhole(server, writer);
});

test("where Node, Galley or its libraries are missing, the hook says what to do, and the push is refused", async () => {
  const hook = join(hooks, "pre-receive");
  const text = readFileSync(hook, "utf8");
  const site = join(server.folder, "installation");
  const moved = text.replace(/^site=.*$/m, `site='${site}'`);
  writer.commit({ "content/essays/2026-01-07-order.md": "# Order\n\nFour.\n" });
  writeFileSync(hook, moved);
  const nothing = await writer.push();
  assert.equal(nothing.status, 1);
  assert.match(
    remoteLines(nothing).join("\n"),
    /no Galley any more in .*\nClone it.*\nThe push is refused/,
  );
  mkdirSync(join(site, "bin"), { recursive: true });
  writeFileSync(join(site, "bin/galley.js"), "");
  const without = await writer.push();
  assert.equal(without.status, 1);
  assert.match(
    remoteLines(without).join("\n"),
    /libraries .* not installed.*\n {2}cd .* && npm ci\n/,
  );
  writeFileSync(hook, text);
  isAccepted(await writer.push());
});

test("limits are named when a push hits them", async () => {
  const args = [`--repo=${repo}`, `--www=${www}`];
  await server.publish("init", ...args, "--push-mb=1", "--release-mb=1");
  writer.commit({ "public/large.bin": new Uint8Array(1_100_000) });
  isRefused(
    await writer.push(),
    /files of this commit have 1\.1 MB, and this server takes 1\.0 MB/,
  );
  await server.publish("init", ...args, "--push-mb=2");
  isRefused(await writer.push(), /The site (?:has 1\.\d MB|is larger than the 1 MB)/);
  writer.git("reset", "--quiet", "--hard", "live/main");
});
