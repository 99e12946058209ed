import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { execFileSync } from "node:child_process";
import { recordOf } from "../../src/publish/record-of.ts";
import { recordIn } from "../../src/publish/releases.ts";
import { ROOT } from "../../src/io/root.ts";
import { ended, type Ended } from "./build.ts";
import { writeFiles } from "./files.ts";
import { temporaryFolder, type Scope } from "./folders.ts";
import { gitEnvironment } from "./repository.ts";

/** A small site that is quick to build. */
export const SETTINGS = `id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11
title: Field notes
url: https://example.org/blog/
timeZone: UTC
author: { name: Ada }
search: false
sharePictures: false
`;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A writer's clone of a site. */
export interface Writer {
  readonly folder: string;
  /** Writes files, or deletes those that are `undefined`, and commits. Answers the commit. */
  commit(files: Readonly<Record<string, string | Uint8Array | undefined>>, moment?: string): string;
  git(...args: readonly string[]): string;
  /** `git push live main`, or with what is given; `env` is added to the environment. */
  push(args?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
}

/** A server that publishes what is pushed to it. Its installation is this project's own. */
export interface BlogServer {
  readonly folder: string;
  readonly repo: string;
  readonly www: string;
  /** `galley publish …` on the server. */
  publish(...args: readonly string[]): Promise<Ended>;
  writer(name?: string): Writer;
}

/** @param options of `galley publish init` */
export function blogServer(scope: Scope, ...options: readonly string[]): Promise<BlogServer> {
  const folder = temporaryFolder(scope);
  return blogServerIn(
    { folder, repo: join(folder, "blog.git"), www: join(folder, "www") },
    options,
  );
}

/** The same, with its folders where they are wanted. */
export async function blogServerIn(
  places: Pick<BlogServer, "folder" | "repo" | "www">,
  options: readonly string[] = [],
): Promise<BlogServer> {
  const { folder, repo, www } = places;
  const env = { ...gitEnvironment(), GALLEY_STATE: join(folder, "remembered") };
  const galley = join(ROOT, "bin/galley.js");
  const publish = (...args: readonly string[]) =>
    ended(process.execPath, [galley, "publish", ...args], { cwd: folder, env });
  const made = await publish("init", `--repo=${repo}`, `--www=${www}`, ...options);
  assert.equal(made.status, 0, made.stderr);
  return { ...places, publish, writer: (name = "writer") => newWriter(join(folder, name), repo) };
}

/** A clone of what lies in a repository, or the beginning of a site where there is nothing. */
export function newWriter(folder: string, remote: string): Writer {
  execFileSync("git", ["clone", "--quiet", "--origin=live", remote, folder], {
    env: gitEnvironment(),
    stdio: "ignore",
  });
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: folder, env: gitEnvironment(), encoding: "utf8" }).trim();
  return {
    folder,
    git,
    commit(files, moment = "2026-01-05T12:00:00Z") {
      const given = Object.entries(files);
      writeFiles(
        folder,
        Object.fromEntries(given.filter(([, file]) => file !== undefined)) as Files,
      );
      for (const [path, file] of given) if (file === undefined) rmSync(join(folder, path));
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", `--date=${moment}`, "--message=Write");
      return git("rev-parse", "HEAD");
    },
    push: (args = ["live", "main"], env = {}) =>
      ended("git", ["push", ...args], { cwd: folder, env: { ...gitEnvironment(), ...env } }),
  };
}

/** What git shows of a push that the server said, without the rest. */
export const remoteLines = ({ stderr }: Ended): readonly string[] =>
  stderr
    .split("\n")
    .filter((line) => line.startsWith("remote: "))
    .map((line) => line.slice("remote: ".length).trimEnd());

/** The id of the release that readers see. */
export const liveOn = ({ www }: Pick<BlogServer, "www">): string | undefined =>
  existsSync(join(www, "current")) ? basename(readlinkSync(join(www, "current"))) : undefined;

/** A file as readers see it; undefined where they get none. */
export function seen({ www }: Pick<BlogServer, "www">, path: string): string | undefined {
  const file = join(www, "current", path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export const releasesOn = ({ www }: Pick<BlogServer, "www">): readonly string[] =>
  readdirSync(join(www, "releases")).toSorted();

/** Fails where readers see anything but the whole release of the branch's end. */
export function isWhole(server: BlogServer, writer: Writer): void {
  const release = join(server.www, "releases", liveOn(server)!);
  const { commit, asOf, files } = recordIn(release)!;
  assert.deepEqual(recordOf(release, { commit, asOf }).files, files);
  assert.equal(commit, writer.git("ls-remote", server.repo, "refs/heads/main").split("\t")[0]);
}

/** Fails with what the server said where a push was refused. */
export function isAccepted(push: Ended): void {
  assert.equal(push.status, 0, push.stderr);
}

/** The last line that the server says of a push that it refuses. */
export const NOTHING_CHANGED = "Nothing was changed: readers see what they saw before.";

export function isRefused(push: Ended, reason: RegExp): void {
  const said = remoteLines(push);
  assert.equal(push.status, 1, push.stderr);
  assert.match(said.join("\n"), reason);
  assert.equal(said.at(-1), NOTHING_CHANGED);
}
