import { Refusal } from "../io/refusal.ts";
import { exits, UsageError, type Command } from "./command.ts";
import { parsed } from "./parsed.ts";

/** The commands of `galley`; each is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  build: () => import("./build.ts"),
  start: () => import("./start.ts"),
  check: () => import("./check.ts"),
  new: () => import("./new.ts"),
  import: () => import("./import.ts"),
};

/** Runs a command line, without the program's name, and sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", quietWhenClosed);
  try {
    process.exitCode = await run(argv);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h") {
    console.log(await overview());
    return name === undefined ? exits.usage : exits.fine;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(`There is no command "${name}".\n\n${await overview()}`);
  const { command } = await load();
  const { values, positionals } = parsed(name, command, rest);
  if (values["help"] === true) {
    console.log(`galley ${name}: ${command.summary}\n\n${command.help}`);
    return exits.fine;
  }
  return command.run(values, positionals);
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { command } = await load();
      return `  ${name.padEnd(8)}${command.summary}`;
    }),
  );
  return `Usage: galley COMMAND [options]\n\n${lines.join("\n")}\n\ngalley COMMAND --help explains a command.`;
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return exits.usage;
  }
  if (isExpected(error)) {
    console.error(error.message);
    return exits.errors;
  }
  console.error(
    "This is a bug in Galley, not a mistake of yours. Nothing of the site was changed by it.\n",
    error,
  );
  return exits.bug;
}

/** Code that Eleventy loaded has a `Refusal` of its own: what marks it counts, not the class. */
const isExpected = (error: unknown): error is Error =>
  error instanceof Refusal || (error instanceof Error && "skipOriginalStack" in error);

/** Whoever reads our output may stop reading: `galley check | head`. */
function quietWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
