import { visible } from "../../diagnostics/visible.ts";
import { examine } from "../../publish/doctor/index.ts";
import { exits, type Command } from "../command.ts";
import { blogIn, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "look for what publishing needs and does not find, and say what to do",
  help: `Usage: npx --no-install galley publish doctor [options]

${repoHelp}

Looks at Node, git, the libraries, the hooks, who may write and read, what is left of the disk, the release that readers
see, and what the web server shows. One line each; nothing is changed. Run it as the user that pushes come in as.
Exit codes: 0 nothing stands in the way of a push, 1 something does.`,
  options: repoOption,

  async run(values) {
    const checks = await examine(blogIn(values));
    const width = Math.max(...checks.map(({ what }) => what.length));
    for (const { verdict, what, says } of checks)
      console.log(`${verdict.padEnd("warning".length)}  ${what.padEnd(width)}  ${visible(says)}`);
    return checks.some(({ verdict }) => verdict === "error") ? exits.errors : exits.fine;
  },
};
