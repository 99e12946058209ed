import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { readJson, writeWhole } from "../io/files.ts";
import { STATE } from "../io/output/folder.ts";
import { Refusal } from "../io/refusal.ts";
import { HERE } from "../io/root.ts";
import { isBlog, readBlog, type Blog } from "./blog.ts";

/** The repositories that this installation publishes, absolute. */
const REMEMBERED = join(STATE, "blogs.json");

function remembered(): readonly string[] {
  const found = readJson(REMEMBERED, () => undefined);
  const repos = Array.isArray(found) ? found.filter((repo) => typeof repo === "string") : [];
  return repos.filter(isBlog);
}

export function remember(repo: string): void {
  writeWhole(REMEMBERED, JSON.stringify([...new Set([...remembered(), repo])]));
}

/** The blog that a command is about: as named, else the only one that there is. */
export function blogFor(repo: string | undefined): Blog {
  if (repo !== undefined) return readBlog(realPath(resolve(HERE, repo)));
  const [only, ...others] = remembered();
  if (only === undefined)
    throw new Refusal(
      "No blog is published from here yet. galley publish init makes one, and --repo=… names one that another installation made.",
    );
  if (others.length === 0) return readBlog(only);
  const choices = [only, ...others].map((choice) => `  --repo=${choice}`);
  throw new Refusal(`Several blogs are published from here. Name one:\n${choices.join("\n")}`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
