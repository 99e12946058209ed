import { fixedSite, type FixedEssay, type FixedSite } from "../build/fix.ts";
import type { SiteProof } from "../build/site-proof.ts";
import { writeFixed } from "../build/write-fixed.ts";
import { renderDiff } from "../diagnostics/diff.ts";
import { counted } from "../diagnostics/summary.ts";
import { visible } from "../diagnostics/visible.ts";
import { shortest } from "../io/terminal.ts";
import { pathOf } from "../diagnostics/places.ts";
import { lineIndex } from "../text/lines.ts";

/** What `--fix` is asked to do. */
export interface FixWishes {
  /** Absolute. */
  readonly content: string;
  readonly isDry: boolean;
  readonly isQuiet: boolean;
  /** Where diffs go: standard output belongs to the report, where a program reads that. */
  readonly diffs: NodeJS.WriteStream;
  isWanted(file: string): boolean;
}

/** What came of it: whether files were written, and whether some could not be. */
export interface Fixing {
  readonly isWritten: boolean;
  readonly hasFailed: boolean;
}

/** Takes out copies, shows what it takes, and says what it leaves. */
export async function fix(proofed: SiteProof, wishes: FixWishes): Promise<Fixing> {
  const { content, isDry, isQuiet, diffs } = wishes;
  const site = await fixedSite(proofed, wishes.isWanted);
  const written: FixedEssay[] = [];
  const failures: string[] = [];
  for (const essay of site.essays) {
    const path = pathIn(essay.source.file, content);
    const problem = isDry ? undefined : writeFixed(essay, content);
    if (problem !== undefined) failures.push(`${path}: not fixed, because it ${visible(problem)}.`);
    else {
      diffs.write(diffOf(essay, path, diffs));
      written.push(essay);
    }
  }
  const said = [
    ...failures,
    ...(isQuiet ? [] : [...leftLines(site, wishes), outcome(written, isDry)]),
  ];
  for (const line of said) console.error(line);
  return { isWritten: !isDry && written.length > 0, hasFailed: failures.length > 0 };
}

const pathIn = (file: string, content: string): string => visible(pathOf(file, shortest(content)));

function diffOf({ text, cuts }: FixedEssay, path: string, to: NodeJS.WriteStream): string {
  const colour = to.isTTY ? !process.env["NO_COLOR"] : false;
  return `${renderDiff({ path, text, cuts }, { colour, ...(to.isTTY && { width: to.columns }) })}\n`;
}

const leftLines = ({ left }: FixedSite, { content, isDry }: FixWishes): readonly string[] =>
  left.map(({ file, onDisk, fixed, why }) => {
    const { text, span } = isDry ? onDisk : fixed;
    const { line, column } = lineIndex(text).positionAt(span.start);
    return `${pathIn(file, content)}:${line}:${column} a copy is left, because it ${visible(why)}.`;
  });

function outcome(essays: readonly FixedEssay[], isDry: boolean): string {
  const copies = essays.reduce((sum, essay) => sum + essay.copies, 0);
  if (copies === 0) return "Nothing to fix: no copy could surely be deleted.";
  const where = `${copies} ${copies === 1 ? "copy" : "copies"} in ${counted(essays.length, "essay")}`;
  return isDry ? `Would delete ${where}. Nothing was written: --dry-run.` : `Deleted ${where}.`;
}
