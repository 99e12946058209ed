import { statusOf } from "../../publish/status.ts";
import { exits, type Command } from "../command.ts";
import { blogIn, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "say what readers see, and how it is published",
  help: `Usage: npx --no-install galley publish status [options]

${repoHelp}

Exit codes: 0 readers see the last push, or what was chosen with rollback; 1 they do not.`,
  options: repoOption,

  async run(values) {
    const { lines, isAsPushed } = statusOf(blogIn(values));
    for (const line of lines) console.log(line);
    return isAsPushed ? exits.fine : exits.errors;
  },
};
