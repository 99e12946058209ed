import { join } from "node:path";
import { writeFiles } from "./files.ts";
import { temporaryFolder, type Scope } from "./folders.ts";

/** More than one page of the archive, and one of a tag, holds. */
export const ESSAYS = 160;

/** A content folder with one essay a week, all of one tag. */
export function manyEssays(scope: Scope): string {
  const content = join(temporaryFolder(scope), "content");
  const files = Array.from({ length: ESSAYS }, (_, i): [string, string] => {
    const day = new Date(Date.UTC(2022, 0, 1 + i * 7)).toISOString().slice(0, 10);
    return [
      `essays/${day}-essay-${i}.md`,
      `---\ntags: [all]\n---\n# ${titleOf(i)}\n\nText ${i}.\n`,
    ];
  });
  writeFiles(content, Object.fromEntries(files));
  return content;
}

/** The title of an essay, counted from 0, the oldest. */
export const titleOf = (i: number): string => `Essay ${i}`;
