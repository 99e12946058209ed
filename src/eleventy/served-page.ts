import { readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { outputOf, urlOfOutput } from "../site/urls.ts";

/** What a reader may type for a page: with its last slash, without, or as the file that it is. */
export const PAGE = /(?:\/[^/.]*|\.html)$/;

/** The decoded path of a request; undefined where the server behind would fail on it. */
export function pathOf(url = "/"): string | undefined {
  const [path = "/"] = url.split(/[?#]/);
  if (path.startsWith("//")) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\0") ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** The site path of the page at a decoded path below the prefix. */
export function urlAt(asked: string, prefix: string): string {
  const whole = posix.normalize(asked);
  const path = whole.startsWith(prefix) ? whole.slice(prefix.length - 1) : whole;
  return urlOfOutput(path.slice(1));
}

/** The last good page of a site path; undefined where there is none yet. */
export function pageAt(output: string, url: string): string | undefined {
  const file = join(output, outputOf(url));
  return statSync(file, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(file, "utf8")
    : undefined;
}
