import { contest } from "./contest.ts";
import type { Rules, Score } from "./contest.ts";
import type { Contestant } from "./contestant.ts";
import { NO_EXTRAS, writeCorpus } from "./corpus/corpus.ts";
import type { Corpus, Extras } from "./corpus/corpus.ts";
import { galley } from "./galley.ts";
import { conditions } from "./machine.ts";
import { grouped, spread } from "./numbers.ts";
import { BUILD_HELP, parseBuildOptions } from "./options.ts";
import type { BuildOptions } from "./options.ts";
import { print, progress } from "./output.ts";
import { eleventy } from "./peers/eleventy.ts";
import { hugo } from "./peers/hugo.ts";
import { ratios, scoreTable, sizeTable } from "./report.ts";
import { timeEdits } from "./serve.ts";
import { makeWorkspace } from "./workspace.ts";

/** `bench -- build`: how fast Galley builds, beside its peers. */
export async function benchBuild(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseBuildOptions(args);
  if (options === "help") return print(BUILD_HELP.trimEnd());
  const workspace = makeWorkspace(corpora(options) * options.essays, options.tmp);
  try {
    print(conditions(workspace));
    const rules = { runs: options.runs, workspace, signal, progress };
    await measurementFor(options)(options, rules);
  } finally {
    if (options.keep) progress(`kept: ${workspace.folder}`);
    else workspace.remove();
  }
}

function measurementFor({ scale, extras }: BuildOptions): typeof measureBuilds {
  if (scale) return measureScale;
  return hasAny(extras) ? measureExtras : measureBuilds;
}

async function measureBuilds(options: BuildOptions, rules: Rules): Promise<void> {
  const corpus = await makeCorpus(options.essays, rules);
  const scores = await contest(await contestantsFor(corpus, rules), rules);
  print(`\n${headline(options)}\n\n${scoreTable(scores)}\n\n${sizeTable(scores)}`);
  print(`\n${besidePeers(scores).join("\n")}`);

  progress("edits under galley start");
  const edits = await timeEdits(
    { home: rules.workspace.newFolder("served"), corpus },
    options.runs,
    rules.signal,
  );
  print(`\nGalley, from an edit saved under "galley start" to the page served: ${spread(edits)} s`);
}

/** Ours first: they are what the peers are set beside. */
async function contestantsFor(corpus: Corpus, { workspace, signal }: Rules): Promise<Contestant[]> {
  const ground = (name: string) => ({ home: workspace.newFolder(name), corpus });
  const peer = await hugo(ground("hugo"), signal);
  if (!peer) progress(`no "hugo" is installed: Galley is measured without it`);
  return [
    await galley(ground("galley"), "node"),
    await galley(ground("galley-npm"), "npm"),
    ...(peer ? [peer] : []),
    await eleventy(ground("eleventy")),
  ];
}

function besidePeers([plain, throughNpm, ...peers]: readonly Score[]): string[] {
  if (!plain || !throughNpm) return [];
  return peers.flatMap((peer) => [...ratios(plain, peer), ...ratios(throughNpm, peer)]);
}

/** What Galley alone makes, beside its builds without: the peers make none of it. */
async function measureExtras(options: BuildOptions, rules: Rules): Promise<void> {
  const names = Object.entries(options.extras).flatMap(([name, has]) => (has ? [name] : []));
  const contestants = [];
  for (const extras of [options.extras, NO_EXTRAS]) {
    const corpus = await makeCorpus(options.essays, rules, extras);
    const made = await galley({ home: rules.workspace.newFolder("galley"), corpus }, "node");
    const wording = extras === NO_EXTRAS ? "without" : `with ${names.join(", ")}`;
    contestants.push({ ...made, name: `Galley ${wording}` });
  }
  const scores = await contest(contestants, rules);
  print(`\n${headline(options)}\n\n${scoreTable(scores)}\n\n${sizeTable(scores)}\n`);
  const [extended, plain] = scores;
  if (extended && plain) print(ratios(extended, plain).join("\n"));
}

async function measureScale(options: BuildOptions, rules: Rules): Promise<void> {
  const once = await cleanBuildOf(options.essays, rules);
  const twice = await cleanBuildOf(2 * options.essays, rules);
  const scores = await contest([twice, once], rules);
  print(`\n${headline(options)}, and twice as many\n\n${scoreTable(scores)}\n`);
  const [double, single] = scores;
  if (double && single) print(ratios(double, single).join("\n"));
}

/** How often as many essays there are to be room for: N and twice as many, or N twice. */
const corpora = ({ scale, extras }: BuildOptions): number => (scale ? 3 : hasAny(extras) ? 2 : 1);

const hasAny = (extras: Extras): boolean => Object.values(extras).includes(true);

async function cleanBuildOf(essays: number, rules: Rules): Promise<Contestant> {
  const corpus = await makeCorpus(essays, rules);
  const contestant = await galley({ home: rules.workspace.newFolder("galley"), corpus }, "node");
  return { ...contestant, name: `Galley, ${grouped(essays)} essays`, steps: ["clean build"] };
}

function makeCorpus(
  essays: number,
  { workspace, signal }: Rules,
  extras = NO_EXTRAS,
): Promise<Corpus> {
  progress(`writing ${grouped(essays)} essays`);
  return writeCorpus(workspace.newFolder("content"), essays, signal, extras);
}

function headline({ essays, runs }: BuildOptions): string {
  return `${grouped(essays)} essays of about 600 words, ${runs} runs after one to warm up`;
}
