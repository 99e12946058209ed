import { rollback } from "../../publish/rollback.ts";
import { exits, UsageError, type Command } from "../command.ts";
import { blogIn, repoHelp, repoOption } from "./shared.ts";

export const command: Command = {
  summary: "show readers an earlier release",
  help: `Usage: npx --no-install galley publish rollback [RELEASE] [options]

${repoHelp}

RELEASE is one that galley publish list shows, or its commit; without it, the one before that which readers see. Nothing is
built, and nothing in the repository changes: the next push that is accepted is shown, and until then galley publish
resume shows the last one again.`,
  options: repoOption,
  takesFiles: true,

  async run(values, [wanted, ...others]) {
    if (others.length > 0) throw new UsageError("galley publish rollback takes one release.");
    const id = await rollback(blogIn(values), wanted);
    console.log(
      `Readers see ${id} now. The next push ends that, and so does galley publish resume.`,
    );
    return exits.fine;
  },
};
