import { tidyUp } from "../../publish/converge.ts";
import { tell } from "../../publish/publish-accepted.ts";
import { tick } from "../../publish/tick.ts";
import { exits, type Command } from "../command.ts";
import { blogIn, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "publish essays whose day has come: for a timer",
  help: `Usage: npx --no-install galley publish tick [options]

${repoHelp}
  --quiet                say something only where readers see something new

Builds the published commit as of today. Where that makes a difference, readers see it. A blog that was rolled back is left
alone. docs/publishing.md has a timer for systemd and a line for cron.`,
  options: { ...repoOption, quiet: { type: "boolean" } },

  async run(values) {
    const blog = blogIn(values);
    const outcome = await tick(blog);
    const isNews = outcome.kind === "shown" && outcome.isNew;
    if (isNews || values["quiet"] !== true) tell(outcome, blog);
    await tidyUp(blog);
    return exits.fine;
  },
};
