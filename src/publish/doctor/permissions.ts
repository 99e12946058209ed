import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  realpathSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { isMissing } from "../../io/files.ts";
import { ownFolder, placesOf, type Blog } from "../blog.ts";
import { error, ok, warning, type Check } from "./check.ts";

/** What the owner of a folder needs to change what is in it. */
const TO_CHANGE = 0o300;
/** What anybody needs to reach what is in a folder. */
const TO_PASS = 0o001;
/** What anybody needs to read a file. */
const TO_READ = 0o004;
/** What git and Galley write in. */
const WRITTEN = ["objects", "refs", "galley"];

/** Whether whoever pushes can write what a push writes. They are taken for the owner of the repository. */
export function writing(blog: Blog): Check {
  const { repo, www } = blog;
  const owner = statsOf(repo)?.uid;
  const folders = [repo, ...WRITTEN.map((name) => join(repo, name)), www, placesOf(blog).releases];
  const inside = [ownFolder(repo), www, placesOf(blog).releases].flatMap(entriesOf);
  const foreign = [...folders, ...inside].find((path) => statsOf(path)?.uid !== owner);
  if (foreign !== undefined)
    return error(
      "writing",
      statsOf(foreign)
        ? `${foreign} belongs to another user than ${repo}, as when something was run as root. As root: chown -R --reference=${repo} ${foreign}`
        : `${foreign} is missing. Run galley publish init again: it keeps all else.`,
    );
  const shut = folders.find((path) => !isOpen(path));
  if (shut !== undefined)
    return error(
      "writing",
      `Nothing can be written in ${shut}: its owner may not (chmod u+rwx), or the disk is mounted for reading alone.`,
    );
  const uid = process.getuid?.();
  return uid === owner || uid === 0
    ? ok("writing", "whoever pushes can write in both folders")
    : warning(
        "writing",
        `You are not the owner of ${repo}, and pushes that come in as you fail. Push, and run this, as its owner.`,
      );
}

function isOpen(path: string): boolean {
  if ((statsOf(path)!.mode & TO_CHANGE) !== TO_CHANGE) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    // Another user who asks is no matter of the folder.
    return (error as NodeJS.ErrnoException).code === "EACCES";
  }
}

/** Whether a web server, which is another user, can get to the files. */
export function reading(blog: Blog): Check {
  const { releases, current } = placesOf(blog);
  const home = join(current, "index.html");
  const shown = existsSync(home) ? realpathSync(home) : join(releases, "none yet");
  const shut = stepsTo(dirname(shown)).find((folder) => isShut(folder, TO_PASS));
  if (shut !== undefined)
    return warning(
      "reading",
      `Web servers cannot get through ${shut}, unless they are in its group: chmod o+x ${shut}`,
    );
  if (isShut(shown, TO_READ))
    return warning(
      "reading",
      `Web servers may not read ${shown}, unless they are in its group: chmod -R o+rX ${releases}`,
    );
  return ok("reading", "web servers can get to the releases");
}

const isShut = (path: string, bit: number): boolean => {
  const stats = statsOf(path);
  return stats !== undefined && (stats.mode & bit) === 0;
};

/** A path with all folders above it, the uppermost first. */
function stepsTo(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...stepsTo(parent), path];
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const statsOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });
