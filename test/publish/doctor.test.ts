import assert from "node:assert/strict";
import {
  appendFileSync,
  chmodSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { node } from "../../src/publish/doctor/machine.ts";
import { checked } from "../../src/publish/doctor/space.ts";
import { temporaryFolder } from "../support/folders.ts";
import { blogIn, galleyOf, SMALL } from "./blog.ts";

const scope = { after };
const folder = realpathSync(temporaryFolder(scope));
const [site, repo, www] = ["site", "blog.git", "www"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const current = join(www, "current");
const hook = join(repo, "hooks/pre-receive");

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The web server as it should be. */
const shown: Handler = ({ url }, response) => response.end(readFileSync(join(current, url!)));
/** Undefined where nothing is to be said at all. */
let answer: Handler | undefined = shown;

async function listening(): Promise<string> {
  const server = createServer((request, response) => {
    if (answer) answer(request, response);
    else request.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  scope.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const writer = blogIn(site, SMALL.replace("https://example.org/blog/", `${await listening()}/`));
const made = await galleyOf(site, ["publish", "init", `--repo=${repo}`, `--www=${www}`]);
assert.equal(made.status, 0, made.stderr);

/** What the doctor says, by what it looked at, without the verdict; and its exit code. */
async function examined(env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = await galleyOf(site, ["publish", "doctor"], env);
  assert.equal(stderr, "");
  const lines = stdout.trimEnd().split("\n");
  const checks = lines.map((line) => /^(ok|warning|error) +(.+?)  +(.+)$/.exec(line)!.slice(1));
  const by = new Map(checks.map(([verdict, what, says]) => [what!, `${verdict}: ${says}`]));
  assert.equal(by.size, lines.length);
  return { status, by, errors: [...by].filter(([, says]) => says.startsWith("error")) };
}

/** Whatever the machine's disk has left, and may: those are no matter of this blog. */
const OF_THE_MACHINE = new Set(["network", "disk", "reading"]);

test("before the first push the doctor says that there was none, and finds no error", async () => {
  const { status, by } = await examined();
  assert.match(by.get("repository")!, /^warning: Nothing was pushed to main yet: git push /);
  assert.match(by.get("release")!, /^warning: There is none yet/);
  assert.ok(status === 0 || by.get("disk")!.startsWith("error"));
});

test("after a push all is well, the web server's view included", async () => {
  writer.git("push", "--quiet", repo, "main");
  const { by } = await examined();
  for (const [what, says] of by) {
    if (!OF_THE_MACHINE.has(what)) assert.match(says, /^ok: /, what);
  }
  const names = ["Node", "git", "network", "Galley", "libraries", "repository", "hooks"];
  const more = ["writing", "reading", "disk", "release", "web server"];
  assert.deepEqual([...by.keys()], [...names, ...more]);
});

interface Fault {
  readonly make: () => void;
  readonly mend: () => void;
  /** The one check that fails, and what it says. */
  readonly what: string;
  readonly says: RegExp;
}

/** Changes a file, and puts its bytes back by another file: releases are linked to what a build left. */
const replaced = (path: () => string, text: string | undefined) => {
  let place = "";
  const kept = join(folder, "kept");
  return {
    make() {
      place = path();
      renameSync(place, kept);
      if (text !== undefined) writeFileSync(place, text, { mode: 0o755 });
    },
    mend() {
      rmSync(place, { force: true });
      renameSync(kept, place);
    },
  };
};

const live = (path: string) => (): string => join(realpathSync(current), path);
let target = "";

const faults: Readonly<Record<string, Fault>> = {
  "a hook that is gone": {
    ...replaced(() => hook, undefined),
    what: "hooks",
    says: /pre-receive is missing\. Run galley publish init again/,
  },
  "a hook that may not be run": {
    make: () => chmodSync(hook, 0o644),
    mend: () => chmodSync(hook, 0o755),
    what: "hooks",
    says: /pre-receive may not be run/,
  },
  "a hook of somebody else's": {
    ...replaced(() => hook, "#!/bin/sh\n"),
    what: "hooks",
    says: /pre-receive is somebody else's/,
  },
  "a hook of another version": {
    make: () => appendFileSync(hook, "# more\n"),
    mend: () => writeFileSync(hook, readFileSync(hook, "utf8").replace("# more\n", "")),
    what: "hooks",
    says: /pre-receive is of another version/,
  },
  "libraries that are another version": {
    ...replaced(
      () => join(site, "package-lock.json"),
      '{ "packages": { "": { "dependencies": { "luxon": "^3" } }, "node_modules/luxon": { "version": "0.0.1" } } }',
    ),
    what: "libraries",
    says: /luxon is missing, or another version\. Run there: cd .* && npm ci/,
  },
  "a folder that nothing can be written in": {
    make: () => chmodSync(join(www, "releases"), 0o555),
    mend: () => chmodSync(join(www, "releases"), 0o755),
    what: "writing",
    says: /Nothing can be written in .*releases/,
  },
  "a release with a changed file": {
    ...replaced(live("index.html"), "<p>Defaced"),
    what: "release",
    says: /1 file of \S+ not as it was published, index\.html among them/,
  },
  "a release without its record": {
    ...replaced(live("release.json"), undefined),
    what: "release",
    says: /is not there, or not whole\. galley publish resume/,
  },
  "a link to no release": {
    make() {
      target = readlinkSync(current);
      rmSync(current);
      symlinkSync("releases/20200101T000000Z-0000000", current);
    },
    mend() {
      rmSync(current);
      symlinkSync(target, current);
    },
    what: "release",
    says: /is not there, or not whole/,
  },
  "a link that is gone": {
    make() {
      target = readlinkSync(current);
      rmSync(current);
    },
    mend: () => symlinkSync(target, current),
    what: "release",
    says: /leads to none, though there was a push\. galley publish resume/,
  },
  "a folder in the place of the link": {
    make() {
      target = readlinkSync(current);
      rmSync(current);
      renameSync(join(www, target), current);
    },
    mend() {
      renameSync(current, join(www, target));
      symlinkSync(target, current);
    },
    what: "release",
    says: /current is not the link that Galley made/,
  },
};

for (const [name, { make, mend, what, says }] of Object.entries(faults)) {
  test(`the doctor finds ${name}, and says what to do`, async () => {
    make();
    try {
      const { status, errors } = await examined();
      assert.equal(status, 1);
      const found = errors.find(([what]) => !OF_THE_MACHINE.has(what));
      assert.equal(found?.[0], what);
      assert.match(found[1], says);
    } finally {
      mend();
    }
  });
}

test("the doctor warns of what a web server cannot get to", async () => {
  const home = live("index.html")();
  for (const [path, shut, says] of [
    [www, 0o750, /cannot get through \S+www, .*chmod o\+x/],
    [home, 0o640, /may not read \S+index\.html, .*chmod -R o\+rX \S+releases/],
  ] as const) {
    // The folder of the test itself is the tester's alone.
    const before = [folder, path].map((place) => [place, statSync(place).mode] as const);
    chmodSync(folder, 0o755);
    chmodSync(path, shut);
    const { by } = await examined();
    for (const [place, mode] of before) chmodSync(place, mode);
    assert.match(by.get("reading")!, says);
    assert.match(by.get("reading")!, /^warning: /);
  }
});

test("the doctor tells a web server that shows something else from one that shows nothing, and from none", async () => {
  const views: readonly (readonly [handler: Handler | undefined, says: RegExp])[] = [
    [(_, response) => response.end("{}"), /^error: It shows something else at \S+ than the live/],
    [(_, response) => response.writeHead(404).end(), /^error: It answers at \S+, but not with the/],
    [(_, response) => response.writeHead(500).end(), /^error: \S+ is not to be read: .* 500/],
    [undefined, /^warning: \S+ cannot be reached from here: /],
  ];
  for (const [handler, says] of views) {
    answer = handler;
    const { status, by } = await examined();
    answer = shown;
    assert.match(by.get("web server")!, says);
    assert.equal(status === 1, says.source.startsWith("^error"), by.get("web server"));
  }
});

test("a disk that fills up is a warning, and a full one an error, in bytes and in files", () => {
  const [bsize, files] = [4096, 1e7];
  const disk = (bavail: number, ffree: number, all = files) =>
    checked("disk", "/srv", { bavail, bsize, files: all, ffree });
  assert.equal(disk(1e7, 1e6).verdict, "ok");
  assert.equal(disk(1e5, 1e6).verdict, "warning");
  assert.equal(disk(1e3, 1e6).verdict, "error");
  assert.equal(disk(1e7, 1e4).verdict, "warning");
  assert.equal(disk(1e7, 1e3).verdict, "error");
  assert.equal(disk(1e7, 0, 0).verdict, "ok");
  assert.match(
    disk(1e3, 1e6).says,
    /^4 MB free, room for 1,000,000 more files around \/srv\. Make room/,
  );
});

test("an old Node is an error that says which one to install", () => {
  assert.equal(node("20.19.0").verdict, "ok");
  assert.equal(node("24.0.1").verdict, "ok");
  assert.deepEqual(node("18.20.4"), {
    verdict: "error",
    what: "Node",
    says: "18.20.4 is too old: install 20.19 or newer.",
  });
});
