import { parseArgs, type ParseArgsConfig } from "node:util";
import { nearest } from "../text/nearest.ts";
import { UsageError, type Command, type Values } from "./command.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

const HELP: Options = { help: { type: "boolean", short: "h" } };

/** The options and files of a command line, behind the command's name. Throws what is wrong with them in our own words. */
export function parsed(
  name: string,
  { options: own, takesFiles = false }: Pick<Command, "options" | "takesFiles">,
  args: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  const options = { ...own, ...HELP };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const behind = takesFiles ? ` What is no option may stand behind --: galley ${name} -- …` : "";
  for (const token of tokens) {
    if (token.kind === "option") checkOption(token, name, options, behind);
    if (token.kind === "positional" && !takesFiles) {
      throw new UsageError(`galley ${name} takes no files, and was given ${token.value}.`);
    }
  }
  return { values, positionals };
}

interface GivenOption {
  readonly name: string;
  /** As it was given, without its value. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption(
  { name, rawName, value, inlineValue }: GivenOption,
  command: string,
  options: Options,
  more: string,
): void {
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!known) throw new UsageError(unknown(rawName, command, Object.keys(options)) + more);
  if (known.type === "boolean") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  } else if (value === undefined) {
    throw new UsageError(`${rawName} needs a value: ${rawName}=…`);
  } else if (!inlineValue && /^-./.test(value)) {
    throw new UsageError(
      `${rawName} needs a value, and ${value} looks like an option. If it is the value: ${rawName}=${value}`,
    );
  }
}

function unknown(given: string, command: string, known: readonly string[]): string {
  const meant = nearest(given.replace(/^-+/, ""), known);
  const hint = meant
    ? `Did you mean --${meant}?`
    : `It has ${known.map((name) => `--${name}`).join(", ")}.`;
  return `galley ${command} has no option ${given}. ${hint}`;
}
