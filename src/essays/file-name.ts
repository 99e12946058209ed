import type { Source } from "./essay.ts";

/** What a file's name says. */
export interface FileName {
  /** The name without folder and extension: of `folder/index.md` the folder's. */
  readonly stem: string;
  /** The date that it begins with, not checked. */
  readonly day?: string;
  /** The name without its date. */
  readonly text: string;
  readonly words: readonly string[];
  /** The words as a title: "Who is on call". */
  readonly title: string;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[-_ ]+|$)/;
/** `content/` has one folder for each role; an `index` directly in it has no folder to be named by. */
const ROLE_FOLDERS = 1;

/** Reads a file's name. */
export function fileNameOf({ file }: Source): FileName {
  const stem = stemOf(file.split("/"));
  const day = DATE.exec(stem)?.[1];
  const text = stem.replace(DATE, "");
  return {
    stem,
    ...(day === undefined ? {} : { day }),
    text: text === "" ? stem : text,
    // Asked for only where the text itself has no title.
    get words() {
      return text.split(/[-_\s]+/u).filter((word) => /[\p{L}\p{Nd}]/u.test(word));
    },
    get title() {
      const { words } = this;
      return capitalized(words.length > 0 ? words.join(" ") : stem);
    },
  };
}

function stemOf(segments: readonly string[]): string {
  const stem = segments.at(-1)!.replace(/\.[^.]*$/, "");
  const isFolder = stem === "index" && segments.length > ROLE_FOLDERS + 1;
  return (isFolder ? segments.at(-2)! : stem).normalize("NFC");
}

function capitalized(text: string): string {
  const [first = "", ...rest] = Array.from(text);
  return first.toUpperCase() + rest.join("");
}
