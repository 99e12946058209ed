import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { ROOT } from "../../src/io/root.ts";
import { ended, type Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles, type Tree } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gitEnvironment, repositoryIn, type Repository } from "../support/repository.ts";
import { blogIn } from "./blog.ts";
import { freshMachine, install, type Machine } from "./runner.ts";
import { faultsOf, isMet, run, workflowIn } from "./workflow.ts";

const place = temporaryFolder({ after });
let blog: Repository;

before(() => {
  blog = blogIn(join(place, "blog"));
});

const textOf = (file: string): string => readFileSync(join(ROOT, "docs/hosts", file), "utf8");

/** Runs commands on a machine as hosts do, in one shell each, until one fails. */
async function runAll(scripts: readonly string[], machine: Machine): Promise<void> {
  for (const script of scripts) {
    const { status, stdout, stderr } = install(script, machine) ?? (await shell(script, machine));
    assert.equal(status, 0, `${script}: ${stdout}${stderr}`);
  }
}

const shell = (script: string, { folder, env }: Machine): Promise<Ended> =>
  ended("bash", ["-e", "-o", "pipefail", "-c", script], { cwd: folder, env });

const siteOf = ({ folder }: Machine): Tree => treeOf(join(folder, "_site"));

/** Cloudflare's libraries are bundled for a loader that has `require`. */
async function cloudflare() {
  Object.assign(globalThis, { require: createRequire(import.meta.url) });
  return import("@cloudflare/workers-utils");
}

interface GitlabFile {
  readonly check: { readonly script: readonly string[] };
  readonly publish: {
    readonly script: readonly string[];
    readonly cache: { readonly paths: readonly string[] };
  };
}

const gitlab = parse(textOf("gitlab-ci.yml")) as GitlabFile;

/** What GitLab's schema has against a file: the program that runs its jobs elsewhere asks it first. */
async function faultsByGitlab(name: string, text: string): Promise<string> {
  const folder = join(place, name);
  writeFiles(folder, { ".gitlab-ci.yml": text });
  repositoryIn(folder);
  const program = join(ROOT, "node_modules/gitlab-ci-local/dist/index.js");
  const args = ["--import", UNION, program, "--list"];
  const { status, stdout, stderr } = await ended(process.execPath, args, {
    cwd: folder,
    env: gitEnvironment(),
  });
  return status === 0 ? "" : stdout + stderr;
}

/** It was made for a later Node; to read a file it lacks no more than this. */
const UNION = `data:text/javascript,${encodeURIComponent(
  "Set.prototype.union ??= function (other) { return new Set([...this, ...other.keys()]); };",
)}`;

test("GitLab's schema has nothing against its file, and sees what is wrong with another", async () => {
  const text = textOf("gitlab-ci.yml");
  assert.equal(await faultsByGitlab("fine", text), "");
  const bad = text.replace("    publish: _site", "    pulbish: _site");
  assert.match(await faultsByGitlab("bad", bad), /at publish\.pages/);
});

const forgejo = workflowIn(textOf("forgejo.yml"));

test("Forgejo's file is a workflow to GitHub's parser too, and its actions are pinned as GitHub's are", async () => {
  const text = textOf("forgejo.yml");
  assert.deepEqual(await faultsOf(text), []);
  const pins = (file: string): readonly string[] => file.match(/@[\da-f]{40} # v[\d.]+/g) ?? [];
  const known = pins(readFileSync(join(ROOT, ".github/workflows/publish.yml"), "utf8"));
  assert.equal(pins(text).length, text.match(/uses:/g)!.length);
  for (const pin of pins(text)) assert.equal(known.includes(pin), true, pin);
});

interface NetlifyFile {
  readonly build: {
    readonly command: string;
    readonly publish: string;
    readonly environment: Readonly<Record<string, string>>;
  };
}

const netlify = async () => (await cloudflare()).parseTOML(textOf("netlify.toml")) as NetlifyFile;

test("Netlify's file is TOML, with keys that Netlify documents", async () => {
  const file = await netlify();
  assert.deepEqual(Object.keys(file), ["build"]);
  assert.deepEqual(Object.keys(file.build).toSorted(), ["command", "environment", "publish"]);
  assert.deepEqual(Object.keys(file.build.environment), ["NODE_VERSION"]);
  assert.equal(file.build.publish, "_site");
});

test("Cloudflare's own validation has nothing against its file, and sees what is wrong with another", async () => {
  const { experimental_readRawConfig, normalizeAndValidateConfig } = await cloudflare();
  const config = join(ROOT, "docs/hosts/wrangler.jsonc");
  const { rawConfig } = experimental_readRawConfig({ config });
  const verdictOn = (more: object): readonly boolean[] => {
    const whole = { ...rawConfig, ...more };
    const { diagnostics } = normalizeAndValidateConfig(whole, undefined, undefined, {});
    return [diagnostics.hasErrors(), diagnostics.hasWarnings()];
  };
  assert.deepEqual(verdictOn({}), [false, false]);
  assert.deepEqual(verdictOn({ asets: {} }), [false, true]);
  assert.deepEqual(verdictOn({ assets: { directory: "_site", html_handling: "x" } }), [
    true,
    false,
  ]);
});

test("Cloudflare is told to build as Netlify is", async () => {
  const page = readFileSync(join(ROOT, "docs/hosts.md"), "utf8");
  const told = /^\| Build command +\| `(.*)` +\|$/m.exec(page)?.[1];
  const { command } = (await netlify()).build;
  assert.equal(told, command.trim().replace(/\s*\n\s*/g, "; "));
});

test("each host's commands build the site, from nothing or from what was kept, and Forgejo's publish it", async () => {
  const first = freshMachine(join(place, "on-gitlab"), blog.folder);
  await runAll(gitlab.publish.script, first);
  await runAll(gitlab.check.script.slice(1), first);
  assert.deepEqual(gitlab.publish.cache.paths, [".galley/", "_site/"]);

  writeFiles(blog.folder, {
    "content/essays/2026-05-03-new.md": "# New\n\nWritten since.\n",
    "public/.domains": "example.org\n",
  });
  blog.commit("2026-05-03T12:00:00Z");
  const kept = freshMachine(join(place, "on-forgejo"), blog.folder, first);
  await buildOnForgejo(kept);
  const fresh = freshMachine(join(place, "on-netlify"), `file://${blog.folder}`, undefined, 1);
  await runAll(["npm ci", (await netlify()).build.command], fresh);
  assert.deepEqual(differences(siteOf(fresh), siteOf(kept)), []);
  assert.deepEqual(differences(siteOf(fresh), publishedByForgejo()), []);
});

/** Runs the commands of the workflow for a push, twice the last one, as on two days. */
async function buildOnForgejo(machine: Machine): Promise<void> {
  blog.git("clone", "--quiet", "--bare", blog.folder, join(place, "ada/blog.git"));
  const contexts = {
    github: {
      event_name: "push",
      ref_name: "main",
      event: { repository: { default_branch: "main" } },
      server_url: `file://${place}`,
      repository: "ada/blog",
      token: "secret",
    },
  };
  const env = { ...machine.env, GITHUB_SHA: "0123456" };
  const steps = forgejo.jobs["publish"]!.steps.filter(({ run: script }) => script !== undefined);
  for (const step of [...steps, steps.at(-1)!]) {
    assert.equal(isMet(step.if, contexts), true);
    const { status, stdout, stderr } =
      install(step.run!, machine) ?? (await run(step, { cwd: machine.folder, env, contexts }));
    assert.equal(status, 0, `${step.name}: ${stdout}${stderr}`);
  }
}

/** The branch that Codeberg would serve. */
function publishedByForgejo(): Tree {
  const folder = join(place, "pages");
  const from = join(place, "ada/blog.git");
  execFileSync("git", ["clone", "--quiet", "--branch=pages", from, folder], {
    env: gitEnvironment(),
  });
  const tree = treeOf(folder);
  return new Map([...tree].filter(([path]) => path !== ".git/" && !path.startsWith(".git/")));
}
