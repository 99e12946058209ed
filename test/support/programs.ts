import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

interface Programs {
  /** By Debian package: a command that succeeds where it works, and who is to run it. */
  readonly packages: Readonly<
    Record<string, { readonly try: readonly string[]; readonly as?: string }>
  >;
  /** By test file. */
  readonly tests: Readonly<Record<string, { readonly needs: readonly string[] }>>;
}

/** Also read by `test/run.js`, which tells what `npm test` leaves out. */
const PROGRAMS = join(import.meta.dirname, "../system/programs.json");

/**
 * Ends a test file of the system suite, as failed and with one line, where a program is missing that
 * `programs.json` says it needs.
 */
export function makeSure(testFile: string): void {
  // Debian keeps what administrators run where only their PATH leads.
  process.env["PATH"] += ":/usr/sbin:/sbin";
  const missing = missingFor(basename(testFile));
  if (missing !== undefined) fail(missing);
}

/** Ends this test file as failed, with one line that says why. */
export function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function missingFor(name: string): string | undefined {
  const { packages, tests } = JSON.parse(readFileSync(PROGRAMS, "utf8")) as Programs;
  const test = tests[name];
  if (!test) return `${name} is not listed in test/system/programs.json.`;
  for (const needed of test.needs) {
    const { try: command, as } = packages[needed]!;
    if (succeeds(command)) continue;
    const user = as === undefined ? "" : `, as ${as}`;
    return `${name} needs the program of the Debian package ${needed}${user}.`;
  }
  return undefined;
}

const succeeds = ([program, ...args]: readonly string[]): boolean =>
  spawnSync(program!, args, { stdio: "ignore" }).status === 0;
