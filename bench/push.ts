import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { editNewest, NO_EXTRAS, writeCorpus, type Corpus } from "./corpus/corpus.ts";
import { galleyCommand, layOutProject } from "./galley.ts";
import { conditions } from "./machine.ts";
import { grouped, spread } from "./numbers.ts";
import { print, progress } from "./output.ts";
import { failure, run, secondsSince, start } from "./processes.ts";
import { parsePushOptions, PUSH_HELP, type PushOptions } from "./push-options.ts";
import { makeWorkspace, type Workspace } from "./workspace.ts";

/** Room for the corpus, its history twice, the site twice, and the essays as they are checked out. */
const CORPORA = 3;

/** How often it is looked whether readers see something new. */
const LOOK_MS = 2;

/** `bench -- push`: how long it takes from `git push` until readers see an essay. */
export async function benchPush(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parsePushOptions(args);
  if (options === "help") return print(PUSH_HELP.trimEnd());
  const workspace = makeWorkspace(CORPORA * options.essays, options.tmp);
  try {
    print(conditions(workspace));
    await measure(options, workspace, signal);
  } finally {
    if (options.keep) progress(`kept: ${workspace.folder}`);
    else workspace.remove();
  }
}

/** A server and a writer on one machine. */
interface Ground {
  /** The writer's repository. */
  readonly writer: string;
  readonly repo: string;
  readonly www: string;
  readonly corpus: Corpus;
}

async function measure(
  { essays, runs }: PushOptions,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<void> {
  progress(`writing ${grouped(essays)} essays`);
  const ground = await makeGround(essays, workspace, signal);
  progress("the first push");
  const first = await timePush(ground, signal);
  const live: number[] = [];
  const done: number[] = [];
  for (let i = 0; i <= runs; i++) {
    progress(i === 0 ? "a push to warm up" : `push ${i} of ${runs}`);
    const sentence = await editNewest(ground.corpus);
    await commit(ground, signal);
    const times = await timePush(ground, signal);
    checkLive(ground, sentence);
    if (i === 0) continue;
    live.push(times.live);
    done.push(times.done);
  }
  print(
    `\n${grouped(essays)} essays of about 600 words, ${runs} pushes of one after one to warm up`,
  );
  print(`\nthe first push, of all: live after ${first.live.toFixed(2)} s`);
  print(`a push of one essay: live after ${spread(live)} s`);
  print(`                     git done after ${spread(done)} s`);
}

async function makeGround(
  essays: number,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<Ground> {
  const site = workspace.newFolder("installation");
  await layOutProject(site);
  const writer = workspace.newFolder("writer");
  const [repo, www] = [workspace.newFolder("blog.git"), workspace.newFolder("www")];
  const corpus = await writeCorpus(join(writer, "content"), essays, signal, NO_EXTRAS);
  const ground = { writer, repo, www, corpus };
  await run(galleyCommand(site, ["publish", "init", `--repo=${repo}`, `--www=${www}`]), signal);
  await git(ground, ["init", "--quiet", "--initial-branch=main"], signal);
  await git(ground, ["remote", "add", "live", repo], signal);
  await commit(ground, signal);
  return ground;
}

const gitCommand = ({ writer }: Ground, args: readonly string[]) => ({
  program: "git",
  args: ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "gc.auto=0", ...args],
  cwd: writer,
});

const git = (ground: Ground, args: readonly string[], signal: AbortSignal) =>
  run(gitCommand(ground, args), signal);

async function commit(ground: Ground, signal: AbortSignal): Promise<void> {
  await git(ground, ["add", "--all"], signal);
  await git(ground, ["commit", "--quiet", "--message=Write"], signal);
}

/** Seconds from the start of `git push` until readers see its release, and until it has ended. */
async function timePush(
  ground: Ground,
  signal: AbortSignal,
): Promise<{ readonly live: number; readonly done: number }> {
  const before = shown(ground);
  const command = gitCommand(ground, ["push", "--quiet", "live", "main"]);
  const began = process.hrtime.bigint();
  const push = start(command, signal);
  let ended: number | undefined;
  const end = push.ended.then((result) => {
    ended = result.seconds;
    return result;
  });
  while (shown(ground) === before && ended === undefined)
    await setTimeout(LOOK_MS, undefined, { signal });
  const live = secondsSince(began);
  const { code, seconds } = await end;
  if (code !== 0 || shown(ground) === before)
    throw new Error(failure(command, code, push.output()));
  return { live, done: seconds };
}

const shown = ({ www }: Ground): string | undefined => {
  const current = join(www, "current");
  return existsSync(current) ? readlinkSync(current) : undefined;
};

/** A push that leaves work undone is no push. */
function checkLive({ www, corpus }: Ground, sentence: string): void {
  const page = join(www, "current/essays", corpus.newest.slug, "index.html");
  if (!readFileSync(page, "utf8").includes(sentence)) throw new Error(`${page} lacks the edit.`);
}
