import { existsSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readJson, writeLasting } from "../io/files.ts";
import { Refusal } from "../io/refusal.ts";
import { stateIn } from "../io/output/folder.ts";

/** Limits are said in these: in bytes. */
export const MEGABYTE = 1_000_000;

/** Whose code builds the site: the server's own, or the pushed. */
export type Trust = "content" | "code";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.object({
  version: v.literal(1),
  /** The installation whose Galley the hooks run, absolute. */
  site: v.string(),
  /** The folder with the releases, absolute. */
  www: v.string(),
  branch: v.string(),
  trust: v.picklist(["content", "code"]),
  /** Releases that are kept, the live one among them. */
  keep: count,
  /** Whether the branch may be deleted, and replaced by one that does not contain it. */
  allowForce: v.boolean(),
  limits: v.object({ buildSeconds: count, pushBytes: count, releaseBytes: count }),
});

/** How a blog is published, as `init` left it. */
export type BlogSettings = v.InferOutput<typeof schema>;

export interface Blog extends BlogSettings {
  /** The bare repository, absolute. */
  readonly repo: string;
}

/** Galley's own folder in a repository, and what is in it. */
export const ownFolder = (repo: string): string => join(repo, "galley");
const settingsFile = (repo: string): string => join(ownFolder(repo), "blog.json");

export const isBlog = (repo: string): boolean => existsSync(settingsFile(repo));

/** Refuses a repository that `init` did not make. */
export function readBlog(repo: string): Blog {
  const path = settingsFile(repo);
  const found = v.safeParse(
    schema,
    readJson(path, () => undefined),
  );
  if (found.success) return { repo, ...found.output };
  throw new Refusal(
    existsSync(path)
      ? `${path} is damaged, or of another version of Galley. Run "galley publish init" again: it keeps all releases.`
      : `${repo} is no repository that "galley publish init" made. Name one with --repo, or make it one with init.`,
  );
}

export function writeBlog({ repo, ...settings }: Blog): void {
  writeLasting(settingsFile(repo), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Where everything of a blog lies, absolute. */
export interface Places {
  readonly lock: string;
  readonly switchLock: string;
  readonly state: string;
  readonly source: string;
  readonly index: string;
  readonly modules: string;
  readonly gitDir: string;
  readonly report: string;
  readonly progress: string;
  readonly running: string;
  readonly building: string;
  readonly draft: string;
  readonly pending: string;
  readonly releases: string;
  readonly current: string;
}

export function placesOf({ repo, www }: Pick<Blog, "repo" | "www">): Places {
  const own = ownFolder(repo);
  return {
    lock: join(own, "lock"),
    switchLock: join(own, "switch.lock"),
    state: join(own, "state"),
    source: join(own, "source"),
    index: join(own, "index"),
    modules: join(own, "modules"),
    gitDir: join(own, "pushed.git"),
    report: join(own, "report.json"),
    progress: join(own, "publishing.json"),
    running: join(own, "running.json"),
    building: join(www, ".building"),
    draft: join(www, ".draft"),
    pending: join(www, ".pending"),
    releases: join(www, "releases"),
    current: join(www, "current"),
  };
}

/** What a build of the blog knows of its output. */
export const buildState = ({ state, building }: Places): string => stateIn(state, building);
