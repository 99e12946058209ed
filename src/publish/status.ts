import { join } from "node:path";
import { visible } from "../diagnostics/visible.ts";
import { MEGABYTE, placesOf, type Blog } from "./blog.ts";
import { gitAt, tipOf, type Git } from "./git.ts";
import { withoutNetwork } from "./network.ts";
import { readProgress } from "./progress.ts";
import { liveRelease, recordIn, releasesIn } from "./releases.ts";

/** The releases of a blog, a line each, the newest first. */
export function listed(blog: Blog): readonly string[] {
  const places = placesOf(blog);
  const live = liveRelease(places);
  const git = gitAt(blog.repo);
  const lines = releasesIn(places).map((id) => {
    const record = recordIn(join(places.releases, id));
    const about = record
      ? `as of ${record.asOf}  ${subjectOf(git, record.commit)}`
      : "not whole: its release.json is missing or damaged";
    return `${id === live ? "*" : " "} ${id}  ${about}`.trimEnd();
  });
  return lines.length > 0 ? lines : [`Nothing was pushed to ${blog.branch} yet.`];
}

/** What a writer knows a commit by. Empty where a forced push took it away and git forgot it. */
const subjectOf = (git: Git, commit: string): string =>
  git.says("cat-file", "-e", `${commit}^{commit}`)
    ? visible(git("log", "-1", "--format=%s", commit).trim())
    : "";

/** What there is to know of a blog. */
export interface Status {
  readonly lines: readonly string[];
  /** Whether readers see what they are meant to: the last push, or a release that somebody chose. */
  readonly isAsPushed: boolean;
}

export function statusOf(blog: Blog): Status {
  const { repo, site, www, branch, trust, keep, allowForce, limits } = blog;
  const places = placesOf(blog);
  const live = liveRelease(places);
  const record = live === undefined ? undefined : recordIn(join(places.releases, live));
  const tip = tipOf(repo, branch);
  const { rolledBackTo } = readProgress(places);
  const isAsPushed = rolledBackTo === undefined ? record?.commit === tip : rolledBackTo === live;
  const rows: readonly (readonly [string, string])[] = [
    ["repository", repo],
    ["branch", `${branch}${tip === undefined ? ", nothing pushed yet" : ` at ${short(tip)}`}`],
    [
      "readers see",
      live === undefined ? "nothing yet" : `${live}${wayIn(isAsPushed, rolledBackTo)}`,
    ],
    ["address", record?.url ?? "not known yet"],
    ["releases", `${www}, ${keep} are kept`],
    ["Galley", site],
    ["trust", trust],
    ["forced pushes", allowForce ? "allowed" : "refused"],
    ["limits", limitsIn(limits)],
    [
      "network",
      withoutNetwork() ? "builds have none" : "builds have it: unshare does not work here",
    ],
  ];
  return { lines: rows.map(([name, value]) => `${name.padEnd(15)}${value}`), isAsPushed };
}

const short = (commit: string): string => commit.slice(0, 12);

const wayIn = (isAsPushed: boolean, rolledBackTo: string | undefined): string => {
  if (!isAsPushed) return ", which is not the last push: galley publish resume shows that";
  return rolledBackTo === undefined ? ", the last push" : ", chosen with rollback";
};

const limitsIn = ({ buildSeconds, pushBytes, releaseBytes }: Blog["limits"]): string =>
  `${buildSeconds} s a build, ${pushBytes / MEGABYTE} MB a commit, ${releaseBytes / MEGABYTE} MB a site`;
