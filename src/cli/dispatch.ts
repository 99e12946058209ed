import { exits, UsageError, type CommandGroup } from "./command.ts";
import { parsed } from "./parsed.ts";

/**
 * Runs the command that a command line names, or explains it. Answers the exit code.
 *
 * @param program what stands before the command: `galley` or `galley publish`
 */
export async function dispatch(
  program: string,
  group: Pick<CommandGroup, "commands"> & Partial<CommandGroup>,
  [name, ...rest]: readonly string[],
): Promise<number> {
  const { commands } = group;
  if (name === undefined || name === "--help" || name === "-h") {
    console.log(await overview(program, group));
    return name === undefined ? exits.usage : exits.fine;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const called = `${program} ${name}`;
  if (!load)
    throw new UsageError(
      `There is no command "${behindGalley(called)}".\n\n${await overview(program, group)}`,
    );
  const { command } = await load();
  if ("commands" in command) return dispatch(called, command, rest);
  const { values, positionals } = parsed(behindGalley(called), command, rest);
  if (values["help"] === true) {
    console.log(`${called}: ${command.summary}\n\n${command.help}`);
    return exits.fine;
  }
  return command.run(values, positionals);
}

const behindGalley = (called: string): string => called.replace(/^galley /, "");

async function overview(
  program: string,
  { about, commands }: Pick<CommandGroup, "commands"> & Partial<CommandGroup>,
): Promise<string> {
  const width = Math.max(...Object.keys(commands).map(({ length }) => length)) + 2;
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { command } = await load();
      return `  ${name.padEnd(width)}${command.summary}`;
    }),
  );
  const usage = `Usage: ${program} COMMAND [options]`;
  const end = `${program} COMMAND --help explains a command.`;
  return [usage, ...(about ? [about] : []), lines.join("\n"), end].join("\n\n");
}
