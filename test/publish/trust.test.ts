import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import {
  blogServer,
  isAccepted,
  isRefused,
  liveOn,
  remoteLines,
  seen,
  SETTINGS,
} from "../support/blog-server.ts";

const content = {
  "content/site.yaml": SETTINGS,
  "content/essays/2026-01-02-one.md": "# One\n\nWords of it.\n",
};

const own = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** No libraries: what the pushed code of the tests needs is this project's own. */
const LOCKFILE = JSON.stringify({ name: "site", lockfileVersion: 3, packages: { "": {} } });

/** Pushed code that writes down in what it runs, and then builds as this project does. */
const telling = (canary: string): string => `import { writeFileSync } from "node:fs";
import { connect } from "node:net";
const reached = await new Promise((resolve) => {
  const socket = connect(PORT, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
  setTimeout(() => resolve(false), 2000).unref();
  socket.unref();
}).catch(() => false);
writeFileSync(${JSON.stringify(canary)}, JSON.stringify({ env: process.env, reached }));
await import(${JSON.stringify(join(ROOT, "bin/galley.js"))});
`;

test("under trust content, code that is new is refused with the words to allow it, and never runs", async (t) => {
  const server = await blogServer(t);
  const writer = server.writer();
  const canary = join(server.folder, "canary");
  const code = `require("node:fs").writeFileSync(${JSON.stringify(canary)}, "");`;
  writer.commit(content);
  isAccepted(await writer.push());
  for (const file of ["package.json", ".eleventy.js", "src/cli/main.ts", "layouts/new.ts"]) {
    const live = liveOn(server);
    writer.commit({ [file]: code });
    const push = await writer.push();
    isRefused(push, new RegExp(`^ {2}${file}$`, "m"));
    const said = remoteLines(push).join("\n");
    assert.match(said, /git push live HEAD:upgrade/);
    assert.match(said, /galley publish init --trust=code/);
    assert.equal(liveOn(server), live);
    writer.git("reset", "--quiet", "--hard", "live/main");
  }
  assert.ok(!existsSync(canary));
});

test("code that the installation has is no new code, in a first push and in a later one", async (t) => {
  const server = await blogServer(t);
  const writer = server.writer();
  writer.commit({ ...content, "package.json": own("package.json") });
  isAccepted(await writer.push());
  writer.commit({ ".eleventy.js": own(".eleventy.js"), "src/load.js": own("src/load.js") });
  isAccepted(await writer.push());
});

test("under trust code, the pushed code builds: without network, GIT_* and secrets, with what the lockfile says", async (t) => {
  const { createServer } = await import("node:net");
  const listening = createServer().listen(0, "127.0.0.1");
  t.after(() => listening.close());
  await new Promise((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as { port: number };
  const server = await blogServer(t, "--trust=code");
  const writer = server.writer();
  const canary = join(server.folder, "canary");
  writer.commit({
    ...content,
    "package.json": JSON.stringify({
      name: "site",
      version: "9.8.7",
      type: "module",
      scripts: { preinstall: `touch ${canary}.script` },
    }),
    "package-lock.json": LOCKFILE,
    "bin/galley.js": telling(canary).replace("PORT", String(port)),
  });
  const secrets = {
    SECRET: "s3cret",
    GIT_SECRET: "s3cret",
    NODE_OPTIONS: "--no-warnings",
    npm_config_secret: "s3cret",
  };
  const push = await writer.push(["live", "main"], secrets);
  isAccepted(push);
  assert.match(remoteLines(push).join("\n"), /Installing the libraries/);
  const { env, reached } = JSON.parse(readFileSync(canary, "utf8")) as {
    env: Record<string, string>;
    reached: boolean;
  };
  const allowed = new Set([
    "GALLEY_GIT_DIR",
    "GALLEY_PUBLIC",
    "GALLEY_STATE",
    "HOME",
    "LANG",
    "PATH",
    "TMPDIR",
  ]);
  assert.deepEqual(
    Object.keys(env).filter((name) => !allowed.has(name)),
    [],
  );
  assert.equal(reached, !(await hasIsolation(server)));
  assert.ok(!existsSync(`${canary}.script`));
  // Not that of the server, which only started it: whoever builds the commit writes the same record.
  assert.match(seen(server, "release.json")!, /"generator": "Galley 9\.8\.7"/);
  writer.commit({ "content/essays/2026-01-02-one.md": "# One\n\nOther words.\n" });
  const second = await writer.push();
  isAccepted(second);
  assert.doesNotMatch(remoteLines(second).join("\n"), /Installing the libraries/);
  assert.match(seen(server, "essays/one/index.html")!, /Other words/);
});

/** Whether the system can take the network away; status tells. */
const hasIsolation = async ({
  publish,
}: {
  publish: (name: string) => Promise<{ stdout: string }>;
}) => /^network +builds have none$/m.test((await publish("status")).stdout);
