import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { buildSite, ended, type Ended } from "../support/build.ts";
import { treeOf } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { casesOf, contentOf, errorsIn, isAccepted, type Case } from "../support/hostile.ts";
import { projectCopy } from "../support/project.ts";

/** Canaries are code that leaves a file behind, and templates that put this together from two halves. */
const SONG = "canary-sang";
const ELEVENTY = join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs");

const cases = casesOf(1);
const accepted = cases.filter(isAccepted);
const rejected = cases.filter((hostile) => !isAccepted(hostile));

/** A project with a content folder of its own, and a folder for what canaries leave behind. */
interface Mine {
  readonly project: string;
  readonly content: string;
  readonly output: string;
  readonly canaries: string;
}

const commands = {
  "npx @11ty/eleventy": () => [ELEVENTY],
  "galley build": ({ project }: Mine) => [join(project, "bin/galley.js"), "build"],
};
const inputs = {
  "the default folder": () => [],
  "a relative --input": ({ output }: Mine) => ["--input=content", `--output=${output}`],
  "an absolute --input": ({ content, output }: Mine) => [
    `--input=${content}`,
    `--output=${output}`,
  ],
};

for (const [command, program] of Object.entries(commands)) {
  for (const [input, options] of Object.entries(inputs)) {
    const run = (mine: Mine): Promise<Ended> => node([...program(mine), ...options(mine)], mine);

    test(`${command} runs nothing of what it publishes from ${input}`, async (t) => {
      const mine = mineWith(accepted, temporaryFolder(t));
      const { status, stdout, stderr } = await run(mine);
      assert.equal(status, 0, stderr);
      assert.deepEqual(readdirSync(mine.canaries), []);
      const site = treeOf(
        input === "the default folder" ? join(mine.project, "_site") : mine.output,
      );
      const singing = [...site].filter(([, bytes]) => bytes.includes(SONG)).map(([path]) => path);
      assert.deepEqual(singing, []);
      assert.ok(site.size > accepted.length);
      assert.ok(!`${stdout}${stderr}`.includes(SONG));
    });

    test(`${command} runs nothing of what it refuses from ${input}`, async (t) => {
      const mine = mineWith(rejected, temporaryFolder(t));
      const { status, stdout, stderr } = await run(mine);
      assert.equal(status, 1, stdout);
      assert.deepEqual(readdirSync(mine.canaries), []);
      for (const line of rejected.flatMap(({ expected }) => errorsIn(expected))) {
        assert.ok(stderr.includes(line), `${line} is not reported`);
      }
      assert.ok(!existsSync(mine.output) && !existsSync(join(mine.project, "_site")));
    });
  }
}

test("a preview of refused content, which throws nothing that could hide them, wakes no canary", async (t) => {
  const mine = mineWith(rejected, temporaryFolder(t));
  const said = await saidUntil("Watching…", [ELEVENTY, "--watch", "--input=content"], mine);
  assert.match(said, /The last good pages stay/);
  assert.deepEqual(readdirSync(mine.canaries), []);
});

test("Eleventy alone would run them: the canaries are alive", async (t) => {
  const mine = mineWith(
    rejected.filter(({ name }) => alive.has(name)),
    temporaryFolder(t),
  );
  const folder = join(mine.content, "..", "elsewhere");
  mkdirSync(folder);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await node([ELEVENTY, `--input=${mine.content}`], { ...mine, project: folder });
  assert.deepEqual(readdirSync(mine.canaries).toSorted(), [...alive].toSorted());
});

const alive = new Set([
  "data-file-of-a-folder",
  "data-file-of-an-essay-cjs",
  "data-file-of-an-essay-js",
  "data-file-of-an-essay-mjs",
  "data-of-the-site",
  "front-matter-in-javascript",
  "front-matter-in-js",
  "front-matter-in-js-of-a-page",
  "template-in-html",
  "template-in-javascript",
  "template-in-nunjucks",
]);

test("keys of front matter reach no object's prototype", async (t) => {
  const polluting = accepted.filter(({ name }) => name === "keys-that-pollute");
  const content = contentOf(polluting, join(temporaryFolder(t), "content"));
  const { pages } = await buildSite(content, { output: outputFolder(t) });
  assert.ok(pages > 0);
  assert.equal(({} as Record<string, unknown>)["canary"], undefined);
});

function mineWith(cases: readonly Case[], folder: string): Mine {
  const project = projectCopy(join(folder, "project"));
  const canaries = join(folder, "canaries");
  mkdirSync(canaries);
  rmSync(join(project, "content"), { recursive: true });
  const content = contentOf(cases, join(project, "content"));
  return { project, content, output: join(folder, "site"), canaries };
}

/** Runs node until it says something, and ends it then. Returns all that it said. */
function saidUntil(
  text: string,
  args: readonly string[],
  { project, canaries }: Mine,
): Promise<string> {
  const env = { ...process.env, GALLEY_CANARIES: canaries };
  const child = spawn(process.execPath, args, { cwd: project, env });
  return new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (words: string) => {
        said += words;
        if (said.includes(text)) child.kill();
      });
    }
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}

function node(args: readonly string[], { project, canaries }: Mine): Promise<Ended> {
  const env = { ...process.env, GALLEY_CANARIES: canaries };
  return ended(process.execPath, args, { cwd: project, env });
}
