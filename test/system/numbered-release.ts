import { rmSync } from "node:fs";
import { join } from "node:path";
import { placesOf } from "../../src/publish/blog.ts";
import { switchTo, withdraw } from "../../src/publish/releases.ts";
import { writeFiles } from "../support/files.ts";

/** Long enough to be sent in many pieces, and of another length in each release; nothing of it is in another one. */
export const contentOf = (path: string, release: number): string =>
  `<!-- ${path} of release ${release} -->\n`.repeat(
    (path.includes("long") ? 10_000 : 20) + release,
  );

export const PATHS = ["/", "/style.css", "/essays/long/", "/404.html"];

/** As many as are kept by default; older ones are pruned while somebody reads. */
const KEPT = 5;

/** The steps of a push: a whole release beside the others, shown at once, and the oldest one pruned. */
export function publish(www: string, release: number): void {
  const places = placesOf({ repo: "", www });
  const second = new Date(Date.UTC(2026, 0, 1) + release * 1000).toISOString();
  const id = `${second.replaceAll(/[-:]|\.\d+/g, "")}-0000000`;
  for (const path of PATHS) {
    const file = path.replace(/\/$/, "/index.html");
    writeFiles(join(places.releases, id), { [file]: contentOf(path, release) });
  }
  switchTo(places, id);
  for (const folder of withdraw(places, KEPT, new Set())) rmSync(folder, { recursive: true });
}
