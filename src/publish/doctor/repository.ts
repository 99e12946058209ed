import type { Blog } from "../blog.ts";
import { gitAt, tipOf } from "../git.ts";
import { HOOKS, hookTrouble } from "../hooks.ts";
import { error, ok, warning, type Check } from "./check.ts";

/** The repository that is pushed to. */
export function repository({ repo, branch }: Blog): Check {
  const git = gitAt(repo);
  if (!git.says("rev-parse", "--git-dir"))
    return error(
      "repository",
      `${repo} is no repository that git can read. Bring it back from a copy, or from your own clone.`,
    );
  if (git("rev-parse", "--is-bare-repository").trim() !== "true")
    return error(
      "repository",
      `${repo} has a work tree, which pushes do not renew. Make a new one with galley publish init.`,
    );
  const tip = tipOf(repo, branch);
  return tip === undefined
    ? warning(
        "repository",
        `Nothing was pushed to ${branch} yet: git push USER@SERVER:${repo} ${branch}`,
      )
    : ok("repository", `${repo}, ${branch} at ${tip.slice(0, 7)}`);
}

/** What git runs at a push. */
export function hooks({ repo, site }: Blog): Check {
  const git = gitAt(repo);
  // As the repository itself has it: whoever runs git here sets it for themselves alone.
  const asked = ["config", "--local", "--default", "", "--get", "core.hooksPath"];
  const place = git(...asked).trim();
  if (place !== "hooks")
    return error("hooks", `Git looks for them elsewhere (core.hooksPath is "${place}"). ${AGAIN}`);
  const troubles = HOOKS.flatMap((hook) => {
    const trouble = hookTrouble(repo, hook, site);
    return trouble === undefined ? [] : [`${hook} ${trouble}`];
  });
  return troubles.length === 0
    ? ok("hooks", `${HOOKS.join(", ")}: as this Galley writes them`)
    : error("hooks", `${troubles.join(", ")}. ${AGAIN}`);
}

const AGAIN = "Run galley publish init again: it keeps all else.";
