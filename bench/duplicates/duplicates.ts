import type { Rules } from "../contest.ts";
import { conditions } from "../machine.ts";
import { grouped } from "../numbers.ts";
import { print, progress } from "../output.ts";
import { writePlanted } from "../planted/corpus.ts";
import { makeWorkspace } from "../workspace.ts";
import { editTable, timeEdits } from "./edits.ts";
import { DUPLICATES_HELP, parseDuplicatesOptions } from "./options.ts";
import type { DuplicatesOptions } from "./options.ts";
import { proofed, storeProses } from "./proof.ts";
import { race } from "./race.ts";
import { alarmTable, raceLines, recallTable, timeTable } from "./report.ts";
import { scoreOf } from "./score.ts";

/** Two corpora, each built with the check and without. */
const EDITED_SITES = 4;

/** `bench -- duplicates`: what the detector finds, what it flags in vain, and what it costs. */
export async function benchDuplicates(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseDuplicatesOptions(args);
  if (options === "help") return print(DUPLICATES_HELP.trimEnd());
  const workspace = makeWorkspace((options.edit ? EDITED_SITES : 1) * options.essays, options.tmp);
  try {
    print(conditions(workspace));
    const rules = { runs: options.runs, workspace, signal, progress };
    await (options.edit ? measureEdits : measureDetector)(options, rules);
  } finally {
    if (options.keep) progress(`kept: ${workspace.folder}`);
    else workspace.remove();
  }
}

async function measureDetector(options: DuplicatesOptions, rules: Rules): Promise<void> {
  const { essays, copies, runs } = options;
  const { workspace, signal } = rules;
  progress(`writing ${grouped(essays)} essays`);
  const content = workspace.newFolder("content");
  const { plants } = await writePlanted(content, essays, copies, signal);
  progress("proofing them");
  const { findings, proses } = await proofed(content, workspace.newFolder("state"));
  const { recalls, alarms } = scoreOf(plants, findings);
  print(`\n${grouped(essays)} essays of about 650 words, ${copies} planted copies of each kind`);
  print(`\n${recallTable(recalls)}\n\n${alarmTable(alarms)}`);

  const list = workspace.newFolder("proses.json");
  await storeProses(list, proses);
  const results = await race({ content, list, files: proses.map(({ file }) => file) }, rules);
  print(`\n${runs} runs after one to warm up\n\n${timeTable(results)}\n`);
  print(raceLines(results).join("\n"));
}

async function measureEdits(options: DuplicatesOptions, rules: Rules): Promise<void> {
  const races = await timeEdits(options, rules);
  print(`\n${grouped(options.essays)} essays, ${options.runs} runs after a clean build\n`);
  print(editTable(races));
}
