import { isOfMachine } from "../build/failures.ts";
import { readInput, readPasted, type PastedFile } from "../io/pasted.ts";
import { rejected, type Paste, type Rejection, type Wishes } from "./paste.ts";

/** What stands for standard input on a command line. */
export const INPUT = "-";

/** Reads what is to be imported. What can't be read, or has nothing to be done to it, is rejected. */
export async function pastesFrom(
  names: readonly string[],
  content: string,
  wishes: Wishes,
): Promise<readonly (Paste | Rejection)[]> {
  const pastes: (Paste | Rejection)[] = [];
  for (const name of names) {
    const isInput = name === INPUT;
    pastes.push(
      isInput
        ? { name: "stdin", bytes: await readInput(), format: "txt" }
        : pasteOf(name, content, wishes),
    );
  }
  return pastes;
}

function pasteOf(name: string, content: string, wishes: Wishes): Paste | Rejection {
  const file = readable(name, content);
  if (typeof file === "string") return rejected(name, file);
  const { inside, ...rest } = file;
  if (inside === undefined) return { name, ...rest };
  const problem = problemInside(inside, wishes);
  return problem === undefined ? { name, ...rest, inPlace: inside } : rejected(name, problem);
}

function readable(name: string, content: string): PastedFile | string {
  try {
    return readPasted(name, content);
  } catch (error) {
    if (isOfMachine(error)) return (error as Error).message;
    throw error;
  }
}

/** Why a file that lies in the content folder can't be unwrapped there; undefined where it can. */
function problemInside(
  file: string,
  { unwrap, markdown, title, date }: Wishes,
): string | undefined {
  if (!unwrap) return "this lies in the content folder already; --unwrap alone changes it there";
  if (markdown || title !== undefined || date !== undefined) {
    return "this lies in the content folder already: --md, --title and --date are for text that comes into it";
  }
  if (/^essays\/.*\.txt$/i.test(file)) return undefined;
  return "only a .txt in essays/ has lines to unwrap: in Markdown a line break is a space";
}
