import type { Finding } from "../diagnostics/diagnostic.ts";

/** What stands for the file in a command that a help offers. */
const FILE = / FILE(?=`)/;

/**
 * The finding with commands that can be pasted as they are. Texts are read, and what is found in them kept, by their
 * bytes alone: only now is it known what the file is called.
 */
export function addressed(finding: Finding, file: string): Finding {
  const { help } = finding;
  if (help === undefined || !FILE.test(help)) return finding;
  return { ...finding, help: help.replace(FILE, () => ` ${forShell(file)}`) };
}

/** What no shell takes for more than a name stands as it is. */
const forShell = (name: string): string =>
  /^[\p{L}\p{M}\p{N}_./@%+=:,-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
