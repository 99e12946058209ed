import type { Blog } from "./blog.ts";
import { converge, tidyUp, type Converged } from "./converge.ts";
import { isNoCommit } from "./git.ts";
import { publishedUpdate, type Update } from "./receive.ts";
import { say, sayText } from "./say.ts";

/** Shows readers what git has accepted. */
export async function publishAccepted(blog: Blog, updates: readonly Update[]): Promise<void> {
  const update = publishedUpdate(updates, blog);
  if (!update || isNoCommit(update.commit)) return;
  const outcome = await converge(blog, { endRollback: true });
  tell(outcome, blog);
  await tidyUp(blog);
}

/** Says what readers see now. */
export function tell(outcome: Converged, { branch }: Blog): void {
  switch (outcome.kind) {
    case "no branch":
      return sayText(`There is no branch ${branch} yet: nothing was ever pushed to it.`);
    case "rolled back":
      return sayText(
        `Readers see ${outcome.release}, which was chosen with rollback. The next push ends that, and so does\n  npx --no-install galley publish resume`,
      );
    default:
      return say(`Live at ${outcome.url}${timeIn(outcome.began)}`);
  }
}

const timeIn = (began: number | undefined): string =>
  began === undefined ? "" : ` in ${((Date.now() - began) / 1000).toFixed(1)} s`;
