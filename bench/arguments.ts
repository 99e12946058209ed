import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { UsageError } from "./usage.ts";

type Config = NonNullable<ParseArgsConfig["options"]>;

/** Reads arguments that are options, none else. Throws a `UsageError` with `usage`. */
export function readOptions<T extends Config>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, usage);
  }
}

/** A count that the user gave, or `fallback`. */
export function positive(
  option: string,
  value: string | undefined,
  fallback: number,
  usage: string,
): number {
  if (value === undefined) return fallback;
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new UsageError(`${option}: "${value}" is not a number from 1 to 9999999.`, usage);
  return Number(value);
}

/** Throws where an option names no folder. */
export function assertFolder(option: string, path: string, usage: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${option}: there is no folder "${path}".`, usage);
}
