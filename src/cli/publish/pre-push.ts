import { text } from "node:stream/consumers";
import { hasErrors, withDiagnostics } from "../../diagnostics/diagnostic.ts";
import { reporters, summaryLine } from "../../diagnostics/index.ts";
import { counted } from "../../diagnostics/summary.ts";
import { progress } from "../../eleventy/progress.ts";
import { Refusal } from "../../io/refusal.ts";
import { appearance } from "../../io/terminal.ts";
import { proofPushed, type PushedProof } from "../../publish/pre-push/proof-pushed.ts";
import { branchesIn } from "../../publish/pre-push/pushed.ts";
import { exits, type Command } from "../command.ts";

export const command: Command = {
  summary: "what the pre-push hook calls",
  help: `Usage: npx --no-install galley publish pre-push < LINES

Proofs the commits that git names on the standard input of a pre-push hook: docs/pre-push.md.
Exit codes: 0 no errors, or they could not be looked for, which is said; 1 errors.`,
  options: {},
  // The name and the address of the remote, which make no difference.
  takesFiles: true,

  async run() {
    try {
      const branches = branchesIn(await text(process.stdin));
      const proofs = branches.length > 0 ? await proofPushed(branches, shown()) : [];
      for (const proof of proofs) tell(proof);
      return proofs.some(({ report }) => hasErrors(report.diagnostics)) ? exits.errors : exits.fine;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`Galley: ${error.message} What is pushed was not proofed.`);
      return exits.fine;
    }
  },
};

const shown = () => ({ texts: progress("texts") });

/** Says what stops the push, and counts what does not. Git's own words go to standard error too. */
function tell({ branch, report, root }: PushedProof): void {
  const name = `${branch.name} (${branch.commit.slice(0, 7)})`;
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) {
    console.error(`Galley: ${name}: ${summaryLine(report.summary)}.`);
    return;
  }
  const options = { ...appearance(), root };
  console.error(reporters.pretty(withDiagnostics(report, errors), options));
  console.error(
    `Galley: ${counted(errors.length, "error")} in ${name}, so nothing was pushed. Mend and commit, or push it as it is: git push --no-verify`,
  );
}
