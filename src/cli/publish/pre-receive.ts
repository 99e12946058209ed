import { receive, updatesIn } from "../../publish/receive.ts";
import type { Command } from "../command.ts";
import { asHook, blogIn, hookInput, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "judge a push before it is accepted: git runs this",
  help: `The hook that galley publish init writes runs this command, with what git says on standard input.

${repoHelp}
  --quarantine=DIR       where git keeps the pushed objects until they are accepted`,
  options: { ...repoOption, quarantine: { type: "string" } },

  run: (values) =>
    asHook("Nothing was changed: readers see what they saw before.", async () => {
      const { quarantine } = values;
      const objects = typeof quarantine === "string" && quarantine !== "" ? quarantine : undefined;
      await receive(blogIn(values), updatesIn(hookInput()), objects);
    }),
};
