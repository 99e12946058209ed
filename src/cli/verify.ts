import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { counted } from "../diagnostics/summary.ts";
import { visible } from "../diagnostics/visible.ts";
import { progress } from "../eleventy/progress.ts";
import { commitNamed } from "../io/git.ts";
import { Refusal } from "../io/refusal.ts";
import { HERE } from "../io/root.ts";
import type { ReleaseRecord } from "../publish/release-record.ts";
import type { Verified } from "../publish/verify/difference.ts";
import { rootOf } from "../publish/verify/fetch.ts";
import { recordIn, verifyFolder } from "../publish/verify/folder.ts";
import { recordAt, verifySite } from "../publish/verify/site.ts";
import { toldDifferences } from "../publish/verify/told.ts";
import { exits, UsageError, type Command } from "./command.ts";

/** A screenful or two: what is worse than that is not worse in a way that more names would show. */
const MOST_TOLD = 50;

export const command: Command = {
  summary: "compare a published site with its release.json",
  help: `Usage: npx --no-install galley verify DIR|URL [options]

  --commit=COMMIT        the site is to be of this commit: a name that git knows here, or its digits
  --all                  name every file that is not as it should be, not only the first ${MOST_TOLD}

Names every file that differs from what release.json says, is missing, or cannot be read; in a folder those too that
release.json does not know. A web server does not say what else it has. It is asked for every file, each page under the
address that readers use; hidden files, _headers and _redirects are for the host, and left out.
The list goes to standard output, the summary to standard error.
Exit codes: 0 all is as it should be, 1 something is not, 2 wrong usage, or nothing to compare.`,
  options: { commit: { type: "string" }, all: { type: "boolean" } },
  takesFiles: true,

  async run({ commit, all }, places) {
    const [place] = places;
    if (place === undefined || places.length > 1)
      throw new UsageError("galley verify takes one folder, or one address of a site.");
    try {
      const { record, verify } = await releaseAt(place);
      if (typeof commit === "string" && !isOf(record, commit)) return exits.errors;
      return tell(record, await verify(), all === true ? Infinity : MOST_TOLD);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(error.message);
      return UNDECIDED;
    }
  },
};

/** As `diff` answers: nothing is known to be wrong, nor to be right. */
const UNDECIDED = exits.usage;

interface Release {
  readonly record: ReleaseRecord;
  verify(): Verified | Promise<Verified>;
}

async function releaseAt(place: string): Promise<Release> {
  const counting = progress("files");
  if (/^https?:\/\//i.test(place)) {
    const root = rootOf(place);
    const record = await recordAt(root);
    return { record, verify: () => verifySite(root, record, counting) };
  }
  const folder = resolve(place);
  if (!existsSync(folder)) throw new Refusal(`There is no folder ${visible(folder)}.`);
  const record = recordIn(folder);
  return { record, verify: () => verifyFolder(folder, record, counting) };
}

/** Whether the record is of the commit that was asked for; if not, that is said. */
function isOf({ commit, asOf }: ReleaseRecord, wanted: string): boolean {
  const named = commitNamed(wanted, HERE);
  const isDigits = /^[\da-f]{4,64}$/i.test(wanted);
  if (named === undefined && !isDigits)
    throw new UsageError(`--commit=${wanted}: git knows no such commit here.`);
  if (commit === named || (isDigits && commit.startsWith(wanted.toLowerCase()))) return true;
  console.log(`The release is of commit ${commit} (as of ${asOf}), not of ${named ?? wanted}.`);
  return false;
}

function tell(
  { commit, asOf, generator }: ReleaseRecord,
  { differences, compared, unasked }: Verified,
  most: number,
): number {
  for (const line of toldDifferences(differences, most)) console.log(line);
  const release = `commit ${commit.slice(0, 7)}, as of ${asOf}, ${generator}`;
  if (unasked.length > 0)
    console.error(
      `Not asked for, since servers keep them to themselves: ${counted(unasked.length, "file")}.`,
    );
  console.error(
    differences.length === 0
      ? `All as release.json says, ${counted(compared, "file")}: ${release}.`
      : `Not as release.json says: ${counted(differences.length, "file")}, and it names ${compared}: ${release}.`,
  );
  return differences.length === 0 ? exits.fine : exits.errors;
}
