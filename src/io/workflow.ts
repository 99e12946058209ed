import { appendFileSync, statSync } from "node:fs";
import { isAbsolute, relative } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a workflow of GitHub's says of itself in its environment. */
export interface Workflow {
  /** The address that the repository's files are read below, at the commit that the workflow runs for. */
  readonly repository: string | undefined;
  /** Where Markdown is appended that GitHub shows with the run. */
  readonly summary: string | undefined;
  /** The repository's folder. */
  readonly workspace: string | undefined;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function workflowIn(env: Environment): Workflow {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: commit } = env;
  return {
    repository: server && name && commit ? `${server}/${name}/blob/${commit}/` : undefined,
    summary: env["GITHUB_STEP_SUMMARY"] || undefined,
    workspace: env["GITHUB_WORKSPACE"] || undefined,
  };
}

/** A folder as the repository names it; undefined where it lies outside. */
export function folderIn({ workspace }: Workflow, folder: string): string | undefined {
  if (workspace === undefined) return undefined;
  const way = relative(workspace, folder).replaceAll("\\", "/");
  return way === ".." || way.startsWith("../") || isAbsolute(way) ? undefined : way || ".";
}

/**
 * Appends to a file of GitHub's, such as the summary of a step.
 *
 * @param textFor makes the text, given how many bytes the file has by now
 */
export function append(file: string, textFor: (size: number) => string): void {
  appendFileSync(file, textFor(statSync(file, { throwIfNoEntry: false })?.size ?? 0));
}
