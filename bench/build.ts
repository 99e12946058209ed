import { contest } from "./contest.ts";
import type { Rules, Score } from "./contest.ts";
import type { Contestant } from "./contestant.ts";
import { withSharePictures, writeCorpus } from "./corpus/corpus.ts";
import type { Corpus } from "./corpus/corpus.ts";
import { galley } from "./galley.ts";
import { machine } from "./machine.ts";
import { grouped, spread } from "./numbers.ts";
import { BUILD_HELP, parseBuildOptions } from "./options.ts";
import type { BuildOptions } from "./options.ts";
import { eleventy } from "./peers/eleventy.ts";
import { hugo } from "./peers/hugo.ts";
import { ratios, scoreTable, sizeTable } from "./report.ts";
import { timeEdits } from "./serve.ts";
import { makeWorkspace } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** `bench -- build`: how fast Galley builds, beside its peers. */
export async function benchBuild(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseBuildOptions(args);
  if (options === "help") return print(BUILD_HELP.trimEnd());
  const workspace = makeWorkspace(corpora(options) * options.essays, options.tmp);
  try {
    print(conditions(workspace));
    const rules = { runs: options.runs, workspace, signal, progress };
    await measureOf(options)(options, rules);
  } finally {
    if (options.keep) progress(`kept: ${workspace.folder}`);
    else workspace.remove();
  }
}

function measureOf({ scale, search, share }: BuildOptions): typeof measureBuilds {
  if (scale) return measureScale;
  if (search) return measureSearch;
  return share ? measureShare : measureBuilds;
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

async function measureSearch(options: BuildOptions, rules: Rules): Promise<void> {
  const contestants = [];
  for (const search of [true, false]) {
    const corpus = await makeCorpus(options.essays, rules, search);
    const made = await galley({ home: rules.workspace.newFolder("galley"), corpus }, "node");
    contestants.push({ ...made, name: `Galley ${search ? "with" : "without"} search` });
  }
  const scores = await contest(contestants, rules);
  print(`\n${headline(options)}\n\n${scoreTable(scores)}\n\n${sizeTable(scores)}\n`);
  const [searched, plain] = scores;
  if (searched && plain) print(ratios(searched, plain).join("\n"));
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
const corpora = ({ scale, search, share }: BuildOptions): number =>
  scale ? 3 : search || share ? 2 : 1;

/** What pictures for links cost. The race beside the peers is run without: they make none. */
async function measureShare(options: BuildOptions, rules: Rules): Promise<void> {
  const { newFolder } = rules.workspace;
  const without = await makeCorpus(options.essays, rules);
  const pictured = await withSharePictures(without, newFolder("content"));
  const scores = await contest(
    [
      await galley({ home: newFolder("galley"), corpus: without }, "node"),
      {
        ...(await galley({ home: newFolder("galley"), corpus: pictured }, "node")),
        name: "Galley with share pictures",
      },
    ],
    rules,
  );
  print(`\n${headline(options)}\n\n${scoreTable(scores)}\n\n${sizeTable(scores)}\n`);
  const [plain, withPictures] = scores;
  if (plain && withPictures) print(ratios(withPictures, plain).join("\n"));
}

async function cleanBuildOf(essays: number, rules: Rules): Promise<Contestant> {
  const corpus = await makeCorpus(essays, rules);
  const contestant = await galley({ home: rules.workspace.newFolder("galley"), corpus }, "node");
  return { ...contestant, name: `Galley, ${grouped(essays)} essays`, steps: ["clean build"] };
}

function makeCorpus(essays: number, { workspace, signal }: Rules, search = false): Promise<Corpus> {
  progress(`writing ${grouped(essays)} essays`);
  return writeCorpus(workspace.newFolder("content"), essays, signal, search);
}

function conditions({ folder, inMemory }: Workspace): string {
  const where = inMemory ? "a RAM disk" : "not a RAM disk: a disk's own time is measured too";
  return `machine: ${machine()}\nfolder: ${folder} (${where})`;
}

function headline({ essays, runs }: BuildOptions): string {
  return `${grouped(essays)} essays of about 600 words, ${runs} runs after one to warm up`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
