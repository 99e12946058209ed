import { encodePath, hasOddCharacter } from "../site/address.ts";
import { outputOf, RELEASE_RECORD, urlOfOutput } from "../site/urls.ts";

/** The place of the record in a release. */
export const RECORD_FILE = outputOf(RELEASE_RECORD);

/**
 * Whether a path may stand in a record. Records come from web servers too: a path may not lead out of the folder, nor
 * hold what a terminal would obey.
 */
export function isRecordable(path: string): boolean {
  if (hasOddCharacter(path)) return false;
  return path.split("/").every((step) => step !== "" && step !== "." && step !== "..");
}

/** Whether readers see the file as a page. The 404 page has no address of its own. */
export const isPage = (path: string): boolean => path.endsWith(".html") && path !== "404.html";

/**
 * The address under which readers get a file: that of the folder for its `index.html`.
 *
 * @param site the site's url, with a slash at the end
 */
export const addressOf = (path: string, site: string): string =>
  site + encodePath(urlOfOutput(path)).slice(1);
