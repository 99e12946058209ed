import { join } from "node:path";
import { readJson } from "../io/files.ts";
import { ROOT } from "../io/root.ts";

/** As releases have them; pushed code may say anything. */
const VERSION = /^[\w.+-]{1,50}$/;

/**
 * Name and version of a Galley.
 *
 * @param root where it is: without it, the one that this code is
 */
export function generator(root = ROOT): string {
  const found = readJson(join(root, "package.json"), () => undefined);
  const { version } = (found ?? {}) as { readonly version?: unknown };
  return typeof version === "string" && VERSION.test(version) ? `Galley ${version}` : "Galley";
}
