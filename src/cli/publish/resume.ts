import { converge, tidyUp } from "../../publish/converge.ts";
import { tell } from "../../publish/publish-accepted.ts";
import { exits, type Command } from "../command.ts";
import { blogIn, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "show readers the last push: after a rollback, and after what was interrupted",
  help: `Usage: npx --no-install galley publish resume [options]

${repoHelp}

The release of the last commit on the branch is shown, and built first where it is missing.`,
  options: repoOption,

  async run(values) {
    const blog = blogIn(values);
    tell(await converge(blog, { endRollback: true }), blog);
    await tidyUp(blog);
    return exits.fine;
  },
};
