import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import type { Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import type { Repository } from "../support/repository.ts";
import { blogIn } from "./blog.ts";
import { freshMachine, install, outputFile, type Machine } from "./runner.ts";
import { faultsOf, isMet, run, workflowIn, type Contexts } from "./workflow.ts";

const text = readFileSync(join(ROOT, ".github/workflows/publish.yml"), "utf8");
const workflow = workflowIn(text);
const { build, publish } = workflow.jobs;
const place = temporaryFolder({ after });
let blog: Repository;

before(() => {
  blog = blogIn(join(place, "blog"));
});

/** What GitHub says of a run; each is another kind. */
const events = {
  push: github("push", "main", true),
  "push to another branch": github("push", "master", true),
  "pull request": github("pull_request", "1/merge", true),
  schedule: github("schedule", "main", true),
  "push to a copy": github("push", "main", false),
  "schedule of a copy": github("schedule", "main", false),
};

function github(event_name: string, ref_name: string, has_pages: boolean): Contexts {
  const event = { repository: { has_pages, default_branch: "main" } };
  return {
    github: { event_name, ref_name, event, sha: "", ref: "" },
    runner: { os: "Linux" },
    steps: { kept: { outputs: { "cache-hit": "", "cache-primary-key": "key" } } },
    needs: { build: { outputs: { url: "https://example.org/blog/" } } },
  };
}

interface Ran {
  readonly machine: Machine;
  /** By the name of the step. */
  readonly steps: ReadonlyMap<string, Ended>;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the steps of the build job that are commands, until one fails. */
async function buildOn(name: string, contexts: Contexts, last?: Machine): Promise<Ran> {
  const machine = freshMachine(join(place, name), blog.folder, last);
  const outputs = outputFile(join(place, `${name}.output`));
  const summary = outputFile(join(place, `${name}.summary`));
  const env = {
    ...machine.env,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: machine.folder,
    GITHUB_OUTPUT: outputs.path,
    GITHUB_STEP_SUMMARY: summary.path,
  };
  const steps = new Map<string, Ended>();
  for (const step of build!.steps) {
    if (step.run === undefined || !isMet(step.if, contexts)) continue;
    const done =
      install(step.run, machine) ?? (await run(step, { cwd: machine.folder, env, contexts }));
    steps.set(step.name!, done);
    if (done.status !== 0) break;
  }
  return {
    machine,
    steps,
    summary: readFileSync(summary.path, "utf8"),
    outputs: outputs.values(),
  };
}

const siteOf = ({ machine }: Ran) => treeOf(join(machine.folder, "_site"));

function assertAllWell({ steps }: Ran): void {
  for (const [name, { status, stdout, stderr }] of steps) {
    assert.equal(status, 0, `${name}: ${stdout}${stderr}`);
  }
}

test("GitHub's own parser has nothing against the workflow, and sees what is wrong with another", async () => {
  assert.deepEqual(await faultsOf(text), []);
  const bad = text
    .replace("fetch-depth: 0\n", "fetch-depth: 0\n        wtih: {}\n")
    .replace("steps.kept.outputs.cache-hit", "stpes.kept.outputs.cache-hit");
  assert.equal((await faultsOf(bad)).length > 0, true);
});

test("it is the only workflow of the repository", () => {
  assert.deepEqual(readdirSync(join(ROOT, ".github/workflows")), ["publish.yml"]);
});

test("every action is pinned to a commit, with its version beside it", () => {
  const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
  assert.equal(uses.length, 6);
  for (const line of uses) {
    assert.match(line, /uses: actions\/[a-z/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test("jobs may do no more than they need: only the one that runs nothing of the repository may publish", () => {
  assert.deepEqual(workflow.permissions, {});
  assert.deepEqual(build!.permissions, { contents: "read" });
  assert.deepEqual(publish!.permissions, { pages: "write", "id-token": "write" });
  assert.equal(
    publish!.steps.some(({ uses = "" }) => uses.includes("checkout")),
    false,
  );
});

test("only the default branch of a repository with Pages is published; a pull request is proofed and built", () => {
  const verdicts = Object.entries(events).map(([name, contexts]) => [
    name,
    isMet(build!.if, contexts),
    isMet(publish!.if, contexts),
  ]);
  assert.deepEqual(verdicts, [
    ["push", true, true],
    ["push to another branch", true, false],
    ["pull request", true, false],
    ["schedule", true, true],
    ["push to a copy", true, false],
    ["schedule of a copy", false, false],
  ]);
});

test("the steps build the site, and what they keep makes the next run's site the same as one from nothing", async () => {
  const first = await buildOn("first", events.push);
  assertAllWell(first);
  assert.equal(first.outputs["url"], "https://example.org/blog/");
  assert.equal(siteOf(first).has("release.json"), true);

  writeFiles(blog.folder, { "content/essays/2026-05-03-new.md": "# New\n\nWritten since.\n" });
  rmSync(join(blog.folder, "content/essays/2026-01-02-lantern.md"));
  blog.commit("2026-05-03T12:00:00Z");
  const [next, fresh] = [
    await buildOn("next", events.schedule, first.machine),
    await buildOn("fresh", events.push),
  ];
  assertAllWell(next);
  assertAllWell(fresh);
  assert.deepEqual(differences(siteOf(fresh), siteOf(next)), []);
  assert.match(
    next.steps.get("Build the site")!.stderr + next.steps.get("Build the site")!.stdout,
    /lost-url/,
  );
});

test("an error is an annotation of its line, is in the summary, and ends the run before anything is built", async () => {
  writeFiles(blog.folder, { "content/essays/broken.md": "# Broken\n\nSee [it](nowhere.md).\n" });
  blog.commit("2026-05-04T12:00:00Z");
  const { steps, summary, machine } = await buildOn("broken", events["pull request"]);
  assert.deepEqual([...steps.keys()], ["Install", "Proof the essays"]);
  const { status, stdout } = steps.get("Proof the essays")!;
  assert.equal(status, 1);
  assert.match(stdout, /^::error file=content\/essays\/broken\.md,line=3,/m);
  assert.match(summary, /1 error.*in line 3/s);
  assert.equal(treeOf(machine.folder).has("_site/"), false);
  rmSync(join(blog.folder, "content/essays/broken.md"));
  blog.commit("2026-05-05T12:00:00Z");
});

test("a copy without Pages is built, and told once a push how to publish", () => {
  const told = (contexts: Contexts): readonly string[] =>
    build!.steps.filter((step) => isMet(step.if, contexts)).map(({ name = "" }) => name);
  assert.equal(told(events["push to a copy"]).includes("Say how to publish it"), true);
  assert.equal(told(events["push to a copy"]).includes("Hand the site to the next job"), false);
  assert.equal(told(events.push).includes("Say how to publish it"), false);
  assert.equal(told(events["pull request"]).includes("Keep the site for the next run"), false);
});

test("a site that is served at another address than its settings say is warned of", async () => {
  const step = publish!.steps.find(({ run: script }) => script !== undefined)!;
  const served = (page_url: string): Contexts => ({
    ...events.push,
    steps: { deployment: { outputs: { page_url } } },
  });
  assert.equal(isMet(step.if, served("https://example.org/blog/")), false);
  const contexts = served("https://ada.github.io/blog/");
  assert.equal(isMet(step.if, contexts), true);
  const { stdout } = await run(step, { cwd: place, env: process.env, contexts });
  assert.match(
    stdout,
    /^::warning title=.*::The site is at https:\/\/ada\.github\.io\/blog\/, .*url/,
  );
});
