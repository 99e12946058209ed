import { tidyUp } from "../../publish/converge.ts";
import { tell } from "../../publish/publish-accepted.ts";
import { tick } from "../../publish/tick.ts";
import { exits, type Command } from "../command.ts";
import { asOfIn, siteOptions } from "../folders.ts";
import { blogToChange, onServer, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "publish essays whose day has come: for a timer",
  help: `Usage: npx --no-install galley publish tick [options]

${repoHelp}
  --as-of=YYYY-MM-DD     the day that counts as today
  --quiet                say something only where readers see something new

Builds the published commit as of today. Where that makes a difference, readers see it. A blog that was rolled back is left
alone. docs/publishing.md has a timer for systemd and a line for cron.`,
  options: { ...repoOption, "as-of": siteOptions["as-of"], quiet: { type: "boolean" } },

  async run(values) {
    const blog = blogToChange(values);
    const asOf = asOfIn(values);
    const outcome = await onServer(() => tick(blog, asOf));
    const isNews = outcome.kind === "shown" && outcome.isNew;
    if (outcome.kind === "shown" && !isNews) {
      if (values["quiet"] !== true) console.error("Nothing has come due.");
    } else if (isNews || values["quiet"] !== true) tell(outcome, blog);
    await tidyUp(blog);
    return exits.fine;
  },
};
