import { resolve } from "node:path";
import { init, type Wishes } from "../../publish/init.ts";
import { MEGABYTE } from "../../publish/blog.ts";
import { exits, UsageError, type Command, type Values } from "../command.ts";
import { countIn, onServer } from "./shared.ts";

export const command: Command = {
  summary: "make a repository on this server that publishes what is pushed to it",
  help: `Usage: npx --no-install galley publish init --repo=DIR --www=DIR [options]

  --repo=DIR             the bare repository that is pushed to, as /srv/git/blog.git
  --www=DIR              the folder for releases, as /srv/www/blog; web servers show DIR/current
  --branch=NAME          the branch that is published; main is the default
  --trust=content|code   content takes content/ and public/ of a push and builds them with the Galley that is installed
                         here; code has every push built by its own code, with libraries of its own. content is the default
  --keep=N               how many releases are kept to go back to, the live one among them; 5 is the default
  --allow-force          let a push delete the branch, or take commits away from it; --no-force forbids it again
  --build-seconds=N      the longest time for a build; 600 is the default
  --push-mb=N            the most megabytes of a commit's files; 2000 is the default
  --release-mb=N         the most megabytes of a site; 4000 is the default

Run it as the user that pushes come in as, in a clone of the site with its libraries (npm ci): this is what the hooks run.
Again with the same folders, it renews the hooks and what is said; all else is kept. docs/publishing.md says how a server is set up.`,
  options: {
    repo: { type: "string" },
    www: { type: "string" },
    branch: { type: "string" },
    trust: { type: "string" },
    keep: { type: "string" },
    "allow-force": { type: "boolean" },
    "no-force": { type: "boolean" },
    "build-seconds": { type: "string" },
    "push-mb": { type: "string" },
    "release-mb": { type: "string" },
  },

  async run(values) {
    process.umask(0o022);
    const { blog, isNew } = await onServer(async () => init(wishesIn(values)));
    const { repo, www, branch, trust } = blog;
    console.log(
      isNew
        ? `Whatever is pushed to ${branch} of ${repo} is published from now on (trust: ${trust}).`
        : `The hooks of ${repo} are renewed (${branch}, trust: ${trust}). All else is as it was.`,
    );
    if (isNew) console.log(nextSteps(repo, www, branch));
    return exits.fine;
  },
};

const nextSteps = (repo: string, www: string, branch: string): string => `
On your own machine, in the folder of the site:
  git remote add live USER@SERVER:${repo}
  git push live ${branch}
The web server is to show ${www}/current: docs/web-servers.md has what it needs.`;

function wishesIn(values: Values): Wishes {
  const branch = branchIn(values["branch"]);
  const trust = trustIn(values["trust"]);
  const keep = countIn(values, "keep");
  const allowForce = forceIn(values);
  return {
    repo: folderIn(values, "repo"),
    www: folderIn(values, "www"),
    ...(branch !== undefined && { branch }),
    ...(trust !== undefined && { trust }),
    ...(keep !== undefined && { keep }),
    ...(allowForce !== undefined && { allowForce }),
    limits: limitsIn(values),
  };
}

function limitsIn(values: Values): Wishes["limits"] {
  const buildSeconds = countIn(values, "build-seconds");
  const push = countIn(values, "push-mb");
  const release = countIn(values, "release-mb");
  return {
    ...(buildSeconds !== undefined && { buildSeconds }),
    ...(push !== undefined && { pushBytes: push * MEGABYTE }),
    ...(release !== undefined && { releaseBytes: release * MEGABYTE }),
  };
}

function folderIn(values: Values, option: "repo" | "www"): string {
  const given = values[option];
  if (typeof given === "string" && given !== "") return resolve(given);
  throw new UsageError(`galley publish init needs --${option}=DIR.`);
}

function branchIn(given: Values[string]): string | undefined {
  if (given === undefined || (typeof given === "string" && isBranch(given))) return given;
  throw new UsageError(`--branch takes the name of a branch, not "${given}".`);
}

/** The names that git takes, without those that nobody uses, or means otherwise: git-check-ref-format(1). */
const isBranch = (name: string): boolean =>
  !name.startsWith("refs/") &&
  /^[\p{L}\p{N}][\p{L}\p{N}_.+/-]*$/u.test(name) &&
  !/\.\.|\/\/|\.lock(?:\/|$)|[./]$|\/\./.test(name);

function trustIn(given: Values[string]): Wishes["trust"] {
  if (given === undefined || given === "content" || given === "code") return given;
  throw new UsageError(`--trust is content or code, not "${given}".`);
}

function forceIn(values: Values): boolean | undefined {
  if (values["allow-force"] === true && values["no-force"] === true)
    throw new UsageError("--allow-force and --no-force say the opposite of one another.");
  if (values["allow-force"] === true) return true;
  return values["no-force"] === true ? false : undefined;
}
