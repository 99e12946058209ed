import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  blogServer,
  isAccepted,
  isRefused,
  isWhole,
  liveOn,
  remoteLines,
  seen,
  SETTINGS,
} from "../support/blog-server.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { freePort } from "../support/ports.ts";
import { gitEnvironment } from "../support/repository.ts";
import { makeSure } from "../support/programs.ts";

makeSure(import.meta.filename);

/** A way in over ssh to this machine. */
interface Door {
  readonly port: number;
  /** What git is to run in place of `ssh`. */
  readonly command: string;
}

async function sshd(scope: Scope): Promise<Door> {
  const folder = temporaryFolder(scope);
  const port = await freePort();
  for (const key of ["host", "writer"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, key)]);
  writeFileSync(join(folder, "keys"), readFileSync(join(folder, "writer.pub")));
  writeFileSync(
    join(folder, "sshd_config"),
    `ListenAddress 127.0.0.1:${port}
HostKey ${folder}/host
AuthorizedKeysFile ${folder}/keys
PidFile none
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
AcceptEnv SECRET
`,
  );
  // It wants an empty folder of root's, which the service of Debian makes at the start of the machine.
  mkdirSync("/run/sshd", { recursive: true });
  const program = execFileSync("sh", ["-c", "command -v sshd"], { encoding: "utf8" }).trim();
  const server = spawn(program, ["-D", "-e", "-f", join(folder, "sshd_config")], {
    stdio: "ignore",
  });
  scope.after(() => void server.kill());
  await answering(port);
  const options = [
    "-F /dev/null",
    `-p ${port}`,
    `-i ${folder}/writer`,
    "-o SendEnv=SECRET",
    "-o BatchMode=yes",
  ];
  const trusting = "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR";
  return { port, command: `ssh ${options.join(" ")} ${trusting}` };
}

async function answering(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await sleep(20);
  }
}

const server = await blogServer(test);
const { command } = await sshd(test);
const writer = server.writer();
const address = `ssh://${userInfo().username}@127.0.0.1${server.repo}`;
writer.git("remote", "add", "far", address);
const env = { GIT_SSH_COMMAND: command, SECRET: "s3cret" };
const push = (...args: readonly string[]) => writer.push(["far", "main", ...args], env);

test("over ssh, an essay goes live and a broken one is refused", async () => {
  writer.commit({
    "content/site.yaml": SETTINGS,
    "content/essays/2026-01-02-one.md": "# One\n\nWords.\n",
  });
  const first = await push();
  isAccepted(first);
  assert.match(remoteLines(first).at(-1)!, /^Live at https:\/\/example\.org\/blog\/ in /);
  writer.commit({ "content/essays/2026-01-02-one.md": "# One\n\n[There](nowhere.md).\n" });
  isRefused(await push(), /error\[broken-link\]/);
  writer.git("reset", "--quiet", "--hard", "far/main");
});

test("a connection that breaks in the middle of a push leaves readers what they saw, or the push; the next one is published", async () => {
  for (const ms of [400, 900]) {
    const before = liveOn(server);
    writer.commit({ "content/essays/2026-01-02-one.md": `# One\n\nAfter ${ms}.\n` });
    const client = spawn("git", ["push", "far", "main"], {
      cwd: writer.folder,
      env: { ...gitEnvironment(), ...env },
      detached: true,
      stdio: "ignore",
    });
    const gone = once(client, "close");
    await sleep(ms);
    process.kill(-client.pid!, "SIGKILL");
    await gone;
    const live = liveOn(server)!;
    assert.ok(live === before || /After/.test(seen(server, "essays/one/index.html")!));
    writer.git("commit", "--quiet", "--allow-empty", "--message=Again");
    isAccepted(await again());
    assert.match(seen(server, "essays/one/index.html")!, new RegExp(`After ${ms}\\.`));
    isWhole(server, writer);
  }
});

/** What was cut off may be accepted meanwhile, at the very moment that this push is judged. */
async function again() {
  for (;;) {
    const result = await push();
    if (result.status === 0 || !/quicker|cannot lock ref/.test(result.stderr)) return result;
  }
}
