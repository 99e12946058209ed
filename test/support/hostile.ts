import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Diagnostic, Report } from "../../src/diagnostics/diagnostic.ts";
import { placesIn } from "../../src/diagnostics/places.ts";
import { ROOT } from "../../src/io/root.ts";

/** Content that means harm, or looks like it: see test/hostile/README.md. */
export interface Case {
  readonly name: string;
  /** A content folder, or an essay alone. */
  readonly path: string;
  /** The lines of its `expected.txt`; none where there is no such file. */
  readonly expected: readonly string[];
}

const HOSTILE = join(ROOT, "test/hostile");
const EXPECTED = "expected.txt";

/** The cases of a guarantee, by the number that its folder begins with. */
export function casesOf(guarantee: number): readonly Case[] {
  const group = readdirSync(HOSTILE).find((name) => name.startsWith(`${guarantee}-`));
  if (group === undefined) throw new Error(`test/hostile has no cases of guarantee ${guarantee}`);
  const folder = join(HOSTILE, group);
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({
      name: basename(name, extname(name)),
      path: join(folder, name),
      expected: linesOf(join(folder, name, EXPECTED)),
    }));
}

export const GUARANTEES: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** The cases of all guarantees that Galley takes. */
export const acceptedCases = (): readonly Case[] => GUARANTEES.flatMap(casesOf).filter(isAccepted);

export const isAccepted = ({ expected }: Case): boolean => errorsIn(expected).length === 0;

/** A site has only one file of settings: cases that bring one of their own are built apart. */
export const hasSettings = ({ path }: Case): boolean => existsSync(join(path, "site.yaml"));

/** The lines that say which errors are expected; others say other things. */
export const errorsIn = (expected: readonly string[]): readonly string[] =>
  expected.filter((line) => /:\d+:\d+ error\[/.test(line));

const linesOf = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];

/** Puts cases into one content folder, outside of any repository. Throws where two of them hold the same file. */
export function contentOf(cases: readonly Case[], content: string): string {
  mkdirSync(content, { recursive: true });
  for (const { path } of cases) {
    const isEssay = extname(path) !== "";
    cpSync(path, isEssay ? join(content, "essays", basename(path)) : content, {
      recursive: true,
      force: false,
      errorOnExist: true,
      filter: (file) => basename(file) !== EXPECTED,
    });
  }
  return content;
}

/**
 * Puts a case into a content folder for tests of its pages alone. Search and share pictures, which take most of the
 * time that a small site takes, are made of all cases at once where a test is about them.
 */
export function pagesAloneOf(hostile: Case, content: string): string {
  contentOf([hostile], content);
  const settings = join(content, "site.yaml");
  if (!existsSync(settings)) writeFileSync(settings, "search: false\nsharePictures: false\n");
  return content;
}

/** The errors of a report as `expected.txt` writes them, in their order. */
export function errorLines({ diagnostics, sources }: Report): readonly string[] {
  const { rangeOf } = placesIn(sources);
  const lineOf = ({ file, span, severity, code }: Diagnostic): string => {
    const { line, column } = rangeOf(file, span).start;
    return `${file}:${line}:${column} ${severity}[${code}]`;
  };
  return diagnostics.filter(({ severity }) => severity === "error").map(lineOf);
}
