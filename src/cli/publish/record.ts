import { counted } from "../../diagnostics/summary.ts";
import { isCommitted } from "../../io/git.ts";
import { ROOT } from "../../io/root.ts";
import { shortest } from "../../io/terminal.ts";
import { writeReleaseRecord } from "../../publish/write-record.ts";
import { exits, type Command } from "../command.ts";
import { asOfIn, foldersIn, siteOptions } from "../folders.ts";

export const command: Command = {
  summary: "write release.json into a built site: the commit, and the hash of every file",
  help: `Usage: npx --no-install galley publish record [options]

  --output=DIR           the site is in DIR, not in _site/
  --commit=COMMIT        what the site was built of: any name that git knows, or 40 hexadecimal digits where there is no
                         git; HEAD is the default
  --as-of=YYYY-MM-DD     the day that counted as today; the default is what the build took

galley verify compares a folder or a web server with it. Write it last: a file that is changed, added or removed
after it is one that differs.`,
  options: {
    output: siteOptions.output,
    "as-of": siteOptions["as-of"],
    commit: { type: "string" },
  },

  async run({ commit, ...values }) {
    const { output } = foldersIn(values);
    const asOf = asOfIn(values);
    const { path, record } = await writeReleaseRecord(output, {
      commit: typeof commit === "string" ? commit : "HEAD",
      ...(asOf !== undefined && { asOf }),
    });
    const files = counted(record.files.size, "file");
    console.error(`${shortest(path)}: commit ${record.commit.slice(0, 7)}, ${files}.`);
    if (commit === undefined && isCommitted(ROOT) === false) console.error(UNCOMMITTED);
    return exits.fine;
  },
};

const UNCOMMITTED =
  "Not all that lies here is committed: if the site was built of that too, nobody can build it again from the commit.";
