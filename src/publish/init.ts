import { existsSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { readJson, writeWhole } from "../io/files.ts";
import { realFolder } from "../io/output/folder.ts";
import { visible } from "../diagnostics/visible.ts";
import { Refusal } from "../io/refusal.ts";
import { isWithin, ROOT } from "../io/root.ts";
import { isBlog, ownFolder, placesOf, readBlog, writeBlog, type Blog } from "./blog.ts";
import { refuseOtherUser, remember } from "./blogs.ts";
import { gitAt } from "./git.ts";
import { refuseForeignHooks, writeHooks } from "./hooks.ts";
import { forgetCheckout } from "./pushed.ts";
import { liveRelease } from "./releases.ts";

/** What a server is asked to publish; what is not said stays as it was, or is as usual. */
export interface Wishes {
  /** Absolute, as are all folders. */
  readonly repo: string;
  readonly www: string;
  readonly branch?: string;
  readonly trust?: Blog["trust"];
  readonly keep?: number;
  readonly allowForce?: boolean;
  readonly limits: Partial<Blog["limits"]>;
}

const USUAL = {
  branch: "main",
  trust: "content",
  keep: 5,
  allowForce: false,
} as const;

/** A first build of hundreds of photographs takes minutes. */
const USUAL_LIMITS = { buildSeconds: 600, pushBytes: 2_000_000_000, releaseBytes: 4_000_000_000 };

/** Makes a bare repository that publishes what is pushed to it. Again, it renews the hooks and keeps all else. */
export function init(wishes: Wishes): { readonly blog: Blog; readonly isNew: boolean } {
  const [repo, www] = [realFolder(wishes.repo), realFolder(wishes.www)];
  refuseUnsafe(repo, www);
  const isNew = !isBlog(repo);
  if (isNew) refuseForeignRepository(repo);
  else refuseOtherUser({ repo });
  refuseForeignHooks(repo);
  refuseForeignReleases(www, repo);
  const before = isNew ? undefined : readBlog(repo);
  const blog = blogOf(wishes, repo, www, before);
  makeRepository(blog, isNew);
  mkdirSync(ownFolder(repo), { recursive: true });
  makeReleaseFolder(blog);
  if (before && before.trust !== blog.trust) forgetCheckout(placesOf(blog));
  writeBlog(blog);
  writeHooks(repo, blog.site);
  remember(repo);
  return { blog, isNew };
}

function blogOf(wishes: Wishes, repo: string, www: string, before: Blog | undefined): Blog {
  const { branch, trust, keep, allowForce, limits } = wishes;
  const usual = before ?? { ...USUAL, limits: USUAL_LIMITS };
  return {
    version: 1,
    repo,
    site: realpathSync(ROOT),
    www,
    branch: branch ?? usual.branch,
    trust: trust ?? usual.trust,
    keep: keep ?? usual.keep,
    allowForce: allowForce ?? usual.allowForce,
    limits: { ...usual.limits, ...limits },
  };
}

function makeRepository({ repo, branch }: Blog, isNew: boolean): void {
  const git = gitAt(repo);
  if (isNew && !existsSync(join(repo, "HEAD"))) {
    mkdirSync(dirname(repo), { recursive: true });
    git("init", "--quiet", "--bare");
  }
  git("symbolic-ref", "HEAD", `refs/heads/${branch}`);
  // A server may have hooks for all of its repositories: here, these are the ones.
  git("config", "core.hooksPath", "hooks");
  // The hook decides, in its own words.
  git("config", "receive.denyDeleteCurrent", "ignore");
}

/** Marks the folder as that of one repository's releases. */
const OWNER = ".galley.json";

function makeReleaseFolder({ www, repo }: Blog): void {
  mkdirSync(join(www, "releases"), { recursive: true });
  writeWhole(join(www, OWNER), `${JSON.stringify({ repo })}\n`);
}

function refuseUnsafe(repo: string, www: string): void {
  const site = realpathSync(ROOT);
  if (isWithin(repo, www) || isWithin(www, repo))
    throw new Refusal(`${repo} and ${www} lie in one another. Give each a folder of its own.`);
  for (const folder of [repo, www]) {
    // Git writes paths into files of lines.
    if (/\p{Cc}/u.test(folder))
      throw new Refusal(`${visible(folder)} has a control character in it. Choose another name.`);
    if (isWithin(folder, site) || isWithin(site, folder))
      throw new Refusal(
        `${folder} and this installation, ${site}, lie in one another. Choose a folder elsewhere.`,
      );
    if (isWithin(homedir(), folder))
      throw new Refusal(`${folder} holds more than a blog. Choose a folder of its own.`);
    refuseFile(folder);
  }
}

function refuseFile(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new Refusal(`${folder} is a file, not a folder.`);
  const uid = process.getuid?.();
  if (stats && uid !== undefined && uid !== 0 && stats.uid !== uid)
    throw new Refusal(
      `${folder} belongs to another user. Run this as the user that pushes come in as, who is to own it.`,
    );
}

function refuseForeignRepository(repo: string): void {
  if (!existsSync(repo) || readdirSync(repo).length === 0) return;
  const isRepository = existsSync(join(repo, "HEAD")) && existsSync(join(repo, "objects"));
  if (isRepository && gitAt(repo)("rev-parse", "--is-bare-repository").trim() === "true") return;
  throw new Refusal(
    isRepository || existsSync(join(repo, ".git"))
      ? `${repo} is a repository with a work tree. A server's is bare: name a folder that does not exist yet, as /srv/git/blog.git.`
      : `${repo} is neither empty nor a bare repository. Choose another folder.`,
  );
}

function refuseForeignReleases(www: string, repo: string): void {
  if (!existsSync(www) || readdirSync(www).length === 0) return;
  const owner = readJson(join(www, OWNER), () => undefined) as { repo?: unknown } | undefined;
  if (owner === undefined)
    throw new Refusal(
      `${www} is not empty, and holds no releases of Galley's. Choose a folder that does not exist yet.`,
    );
  if (owner.repo !== repo && typeof owner.repo === "string" && isBlog(owner.repo))
    throw new Refusal(`${www} holds the releases of ${owner.repo}. Choose another folder.`);
  liveRelease(placesOf({ repo, www }));
}
