import { listed } from "../../publish/status.ts";
import { exits, type Command } from "../command.ts";
import { blogIn, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "list the releases that are kept, the newest first",
  help: `Usage: npx --no-install galley publish list [options]

${repoHelp}

Each line has a release, its commit and the day that its build took for today. The one that readers see is marked with *.`,
  options: repoOption,

  async run(values) {
    for (const line of listed(blogIn(values))) console.log(line);
    return exits.fine;
  },
};
