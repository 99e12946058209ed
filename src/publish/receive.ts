import { Refusal } from "../io/refusal.ts";
import { changedFiles } from "./tree.ts";
import { placesOf, type Blog, type Places } from "./blog.ts";
import { sayFindings } from "./findings.ts";
import { isNoCommit, tipOf, type Git } from "./git.ts";
import { lockBuilding, lockSwitch } from "./locks.ts";
import { buildCommit, makeRelease, type BuiltSite } from "./make-release.ts";
import { readProgress, writeProgress } from "./progress.ts";
import { openPushed } from "./pushed.ts";
import { bounded, say, sayText } from "./say.ts";
import { endLeftOver } from "./run.ts";
import { tellChanges } from "./tell-changes.ts";
import { foreignCode } from "./trust.ts";

/** What a push wants to be done to a branch or tag, as git tells a hook. */
export interface Update {
  readonly old: string;
  readonly commit: string;
  readonly ref: string;
}

/** The lines that git hands to `pre-receive` and `post-receive`. */
export const updatesIn = (lines: string): readonly Update[] =>
  lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [old = "", commit = "", ...ref] = line.split(" ");
      return { old, commit, ref: ref.join(" ") };
    });

/** The update of the branch that is published; undefined where a push leaves it alone. */
export const publishedUpdate = (updates: readonly Update[], { branch }: Blog): Update | undefined =>
  updates.find(({ ref }) => ref === `refs/heads/${branch}`);

/**
 * Judges a push before git accepts it. Makes the release that it is to be, and tells what readers will see of it. Throws
 * where it is refused: then nothing is changed.
 *
 * @param quarantine where git keeps the pushed objects until then
 */
export async function receive(
  blog: Blog,
  updates: readonly Update[],
  quarantine: string | undefined,
): Promise<void> {
  const began = Date.now();
  refuseReplacements(updates);
  const update = publishedUpdate(updates, blog);
  for (const { ref } of updates.filter((other) => other !== update))
    sayText(`${nameOf(ref)} is stored, not published: readers see ${blog.branch}.`);
  if (!update) return;
  if (isNoCommit(update.commit)) return refuseDeletion(blog);
  const places = placesOf(blog);
  const lock = await lockBuilding(blog, places);
  try {
    endLeftOver(places.running);
    refuseLate(blog, update);
    const git = openPushed(blog, places, update.commit, quarantine);
    refuseRewrite(git, blog, update);
    if (blog.trust === "content") refuseCode(git, blog, update);
    say(`Checking and building ${update.commit.slice(0, 7)}.`);
    const built = await buildCommit(git, blog, places, update.commit);
    tellFindings(git, places, update, built);
    tellChanges(built.base?.record, built.record);
    await expectAcceptance(places, update, makeRelease(places, built), began);
  } finally {
    lock.release();
  }
}

/** Git reads other objects in place of those that are named so: history would not be what was published. */
function refuseReplacements(updates: readonly Update[]): void {
  const replacement = updates.find(
    ({ ref, commit }) => ref.startsWith("refs/replace/") && !isNoCommit(commit),
  );
  if (!replacement) return;
  throw new Refusal(
    `${replacement.ref} would have this server take one commit for another. Push branches and tags alone.`,
  );
}

const nameOf = (ref: string): string =>
  ref.replace(/^refs\/heads\//, "").replace(/^refs\/tags\//, "The tag ");

function refuseDeletion({ branch, allowForce }: Blog): void {
  if (allowForce) return say(`${branch} is deleted. Readers go on seeing the last release.`);
  throw new Refusal(
    `${branch} is what readers see: it cannot be deleted. The server's owner can allow that:\n  galley publish init --allow-force`,
  );
}

/** Git would refuse it too, once it is built. */
function refuseLate({ repo, branch }: Blog, { old }: Update): void {
  if ((tipOf(repo, branch) ?? "") === (isNoCommit(old) ? "" : old)) return;
  throw new Refusal(
    `Another push was quicker: ${branch} is not what it was. Fetch what is there, and push again:\n  git pull --rebase`,
  );
}

function refuseRewrite(git: Git, { branch, allowForce }: Blog, { old, commit }: Update): void {
  if (allowForce || isNoCommit(old) || git.says("merge-base", "--is-ancestor", old, commit)) return;
  throw new Refusal(
    `This push would take commits away from ${branch}. If they are to be undone, git revert does it and keeps them. The server's owner can allow a forced push:\n  galley publish init --allow-force`,
  );
}

const MOST_CODE_FILES = 6;

function refuseCode(git: Git, blog: Blog, { old, commit }: Update): void {
  const files = foreignCode(git, blog, old, commit);
  if (files.length === 0) return;
  const { site, repo, www, branch } = blog;
  throw new Refusal(
    `This push changes more than content/ and public/, and this server takes nothing else from a push:
${bounded(files, MOST_CODE_FILES)
  .map((file) => `  ${file}`)
  .join("\n")}
If the server is to have it, push it to another branch:
  git push live HEAD:upgrade
install it on the server, as the user that pushes come in as:
  cd ${site}
  git pull ${repo} upgrade && npm ci
and push ${branch} again. To let every push bring its own code from now on:
  cd ${site}
  npx --no-install galley publish init --trust=code \\
    --repo=${repo} --www=${www}`,
  );
}

/** What was found in what the push changes is shown; the rest is known since earlier ones. */
function tellFindings(git: Git, { source }: Places, { old, commit }: Update, built: BuiltSite) {
  const { findings } = built;
  const changed = isNoCommit(old)
    ? undefined
    : new Set(changedFiles(git, old, commit).map(({ path }) => path.replace(/^content\//, "")));
  const news = changed ? findings.filter(({ file }) => changed.has(file)) : findings;
  const count = findings.length - news.length;
  sayFindings(news, source, {
    count,
    where: "in files that this push leaves as they are",
  });
}

/** Writes down that a release waits. What waited for a push that git refused waits no more. */
async function expectAcceptance(
  places: Places,
  { old, commit }: Update,
  release: string,
  began: number,
): Promise<void> {
  const lock = await lockSwitch(places);
  try {
    const { pending, ...rest } = readProgress(places);
    const others = pending.filter((waiting) => waiting.old !== old);
    writeProgress(places, { ...rest, pending: [...others, { old, commit, release, began }] });
  } finally {
    lock.release();
  }
}
