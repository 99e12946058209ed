import { Refusal } from "../io/refusal.ts";
import { exits, UsageError, type Commands } from "./command.ts";
import { dispatch } from "./dispatch.ts";

const commands: Commands = {
  build: () => import("./build.ts"),
  start: () => import("./start.ts"),
  check: () => import("./check.ts"),
  new: () => import("./new.ts"),
  import: () => import("./import.ts"),
  publish: () => import("./publish.ts"),
};

/** Runs a command line, without the program's name, and sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", quietWhenClosed);
  try {
    process.exitCode = await dispatch("galley", { commands }, argv);
  } catch (error) {
    process.exitCode = explain(error);
  }
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
