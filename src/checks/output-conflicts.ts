import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Output } from "../site/site.ts";
import type { Proof } from "./proof.ts";
import { ranksOf, TOP } from "./places.ts";

/**
 * Two outputs with one path, and a file where another output needs a folder. Paths are compared as the
 * least careful file systems do: in NFC and without case.
 */
export function outputConflicts({ outputs, site }: Proof): readonly Diagnostic[] {
  const ranks = ranksOf(site);
  const rankOf = ({ file }: Output): number => {
    if (file === undefined) return GENERATED;
    return ranks.get(file) ?? (file.startsWith("public/") ? OF_PUBLIC : OF_CONTENT);
  };
  const inTime = outputs.filter(isFile).toSorted((a, b) => rankOf(a) - rankOf(b));
  const files = new Map<string, Output>();
  const conflicts = inTime.flatMap((output) => {
    const key = keyOf(output.path);
    const taken = files.get(key);
    if (!taken) files.set(key, output);
    return taken && !isToldOf(taken, output) ? [conflict(taken, output, samePath)] : [];
  });
  const folders = outputs.filter((output) => !isFile(output));
  return [
    ...conflicts,
    ...folderConflicts(inTime, files, rankOf),
    ...folders.flatMap((folder) => intrusions(folder, inTime)),
  ];
}

const isFile = ({ path }: Output): boolean => !path.endsWith("/");

/** Outputs in a folder that is another's as a whole, or in its place. */
function intrusions(folder: Output, outputs: readonly Output[]): readonly Diagnostic[] {
  const key = keyOf(folder.path);
  return outputs
    .filter(({ path }) => `${keyOf(path)}/`.startsWith(key))
    .map((output) => conflict(folder, output, inFolder));
}

/** What Galley makes by itself comes first, so that a finding stands where a writer can mend it. */
const GENERATED = -3;
const OF_PUBLIC = -2;
const OF_CONTENT = -1;

function folderConflicts(
  outputs: readonly Output[],
  files: ReadonlyMap<string, Output>,
  rankOf: (output: Output) => number,
): readonly Diagnostic[] {
  const folders = new Map<string, number>();
  outputs.forEach(({ path }, index) => {
    for (const folder of foldersOf(keyOf(path))) {
      if (folders.has(folder)) break;
      folders.set(folder, index);
    }
  });
  return [...folders].flatMap(([folder, index]) => {
    const file = files.get(folder);
    if (!file) return [];
    const inside = outputs[index]!;
    return rankOf(file) <= rankOf(inside)
      ? [conflict(file, inside, needsFolder)]
      : [conflict(inside, file, isFolder)];
  });
}

/** The folders around a path, innermost first. */
function* foldersOf(path: string): Iterable<string> {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    yield path.slice(0, end);
  }
}

const keyOf = (path: string): string =>
  PLAIN.test(path) ? path : path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");

const PLAIN = /^[a-z\d/._-]*$/;

/** Of companions the clash of their pages tells. */
const isToldOf = (a: Output, b: Output): boolean =>
  isSame(a, b) || (a.companion === true && b.companion === true);

/** One picture may be asked for more than once. */
const isSame = (a: Output, b: Output): boolean =>
  a.path === b.path && a.what === b.what && a.file === b.file && a.span?.start === b.span?.start;

const nameOf = ({ what, file }: Output): string =>
  file === undefined ? what : `${what} (${file})`;

const samePath = (taken: Output, output: Output): string =>
  output.path === taken.path
    ? `${nameOf(output)} would be published at ${output.path}, where ${nameOf(taken)} is`
    : `${nameOf(output)} would be published at ${output.path}, which many computers can't tell from ${taken.path} of ${nameOf(taken)}`;

const inFolder = (folder: Output, output: Output): string =>
  `${nameOf(output)} would be published at ${output.path}, but ${folder.path} is the folder of ${nameOf(folder)}`;

const needsFolder = (file: Output, inside: Output): string =>
  `${nameOf(inside)} would be published at ${inside.path}, but ${nameOf(file)} makes ${file.path} a file, not a folder`;

const isFolder = (inside: Output, file: Output): string =>
  `${nameOf(file)} would be published at ${file.path}, but ${nameOf(inside)} makes that a folder`;

function conflict(
  earlier: Output,
  later: Output,
  message: (earlier: Output, later: Output) => string,
): Diagnostic {
  return {
    code: "output-conflict",
    severity: "error",
    message: message(earlier, later),
    help: "Only one of them could be read at this address. Rename one, or give one another `slug`.",
    file: later.file ?? earlier.file ?? later.path,
    span: later.span ?? TOP,
    related:
      earlier.file === undefined
        ? []
        : [{ message: "the other one", file: earlier.file, span: earlier.span ?? TOP }],
  };
}
