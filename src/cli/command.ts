import type { ParseArgsConfig } from "node:util";

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** A command of `galley`. `run` answers the exit code. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` shows below the summary. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  readonly takesFiles?: boolean;
  run(values: Values, files: readonly string[]): Promise<number>;
}

/** Commands behind a command: `galley publish record`. */
export interface CommandGroup {
  readonly summary: string;
  /** What the list of its commands begins with. */
  readonly about: string;
  readonly commands: Commands;
}

/** Commands by name; each is loaded when it is called. */
export type Commands = Readonly<Record<string, () => Promise<{ command: Command | CommandGroup }>>>;

/** Exit codes: `check` and `build` answer `errors` where content is wrong. `bug` is sysexits' EX_SOFTWARE. */
export const exits = { fine: 0, errors: 1, usage: 2, bug: 70 } as const;

/** The command line itself is wrong. */
export class UsageError extends Error {}
