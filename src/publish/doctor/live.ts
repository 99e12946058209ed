import { join } from "node:path";
import { counted } from "../../diagnostics/summary.ts";
import { Refusal } from "../../io/refusal.ts";
import { placesOf, type Blog } from "../blog.ts";
import { tipOf } from "../git.ts";
import { readProgress } from "../progress.ts";
import { liveRelease, recordIn } from "../releases.ts";
import { textOf, type ReleaseRecord } from "../release-record.ts";
import { verifyFolder } from "../verify/folder.ts";
import { recordFrom } from "../verify/site.ts";
import { error, ok, warning, type Check } from "./check.ts";

/** What readers see: on the disk, and through the web server. */
export async function live(blog: Blog): Promise<readonly Check[]> {
  const places = placesOf(blog);
  let id: string | undefined;
  try {
    id = liveRelease(places);
  } catch (refusal) {
    if (refusal instanceof Refusal) return [error("release", refusal.message)];
    throw refusal;
  }
  const tip = tipOf(blog.repo, blog.branch);
  if (id === undefined && tip !== undefined)
    return [error("release", `${places.current} leads to none, though there was a push. ${SHOWN}`)];
  if (id === undefined)
    return [warning("release", `There is none yet: ${places.current} comes with the first push.`)];
  const record = recordIn(join(places.releases, id));
  if (!record)
    return [error("release", `${id}, which readers see, is not there, or not whole. ${RESUME}`)];
  return [release(blog, id, record), await served(record)];
}

const SHOWN = "galley publish resume shows it.";
const RESUME = "galley publish resume makes it anew.";

function release(blog: Blog, id: string, record: ReleaseRecord): Check {
  const places = placesOf(blog);
  const { differences } = verifyFolder(join(places.releases, id), record, IN_SILENCE);
  const [first] = differences;
  if (first)
    return error(
      "release",
      `${counted(differences.length, "file")} of ${id} not as it was published, ${first.path} among them: somebody wrote into it, or the disk is failing. Push a new commit for a new release; galley verify ${places.current} names all.`,
    );
  const { rolledBackTo } = readProgress(places);
  if (rolledBackTo === id) return ok("release", `${id}, chosen with rollback`);
  return record.commit === tipOf(blog.repo, blog.branch)
    ? ok("release", `${id}, the last push`)
    : warning("release", `${id} is not the last push: galley publish resume shows that.`);
}

const IN_SILENCE = { expect() {}, advance() {}, end() {} };

/** A server that takes longer is too slow for readers. */
const PATIENCE_MS = 10_000;

/** Whether the web server shows what is live. */
async function served(record: ReleaseRecord): Promise<Check> {
  const { url } = record;
  const { answer, text } = await recordFrom(url, PATIENCE_MS);
  if (answer.kind === "silence")
    return warning(
      "web server",
      `${url} cannot be reached from here: ${answer.why}. Is the name set up, and does the web server run? docs/web-servers.md`,
    );
  if (answer.kind === "missing")
    return error(
      "web server",
      `It answers at ${url}, but not with the release. Its root is to be the link "current": docs/web-servers.md`,
    );
  if (answer.kind === "unusable")
    return error("web server", `${url} is not to be read: ${answer.why}. docs/web-servers.md`);
  if (text !== textOf(record))
    return error(
      "web server",
      `It shows something else at ${url} than the live release: its root is another folder, or something keeps old files. docs/web-servers.md`,
    );
  return ok(
    "web server",
    `${url} shows the live release; galley verify ${url} asks for every file`,
  );
}
