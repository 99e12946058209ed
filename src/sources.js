import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * What a project's code is called: the hash of all that reads content, and that of the layouts. The lockfile stands for
 * the libraries. Plain JavaScript, since it is asked before any TypeScript can be loaded (`load.js`).
 *
 * @param {string} root the project's folder
 */
export function sourcesName(root) {
  const reading = [...sourcesIn(root, "src"), "package-lock.json", ".eleventy.js"];
  return `${hashOf(root, reading)}-${hashOf(root, sourcesIn(root, "layouts"))}`;
}

/** Editors put hidden files beside those that are open; some lead nowhere. */
const isSource = (file) => /\.[jt]s$/.test(file) && !basename(file).startsWith(".");

const sourcesIn = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter(isSource)
    .toSorted()
    .map((file) => `${folder}/${file}`);

function hashOf(root, files) {
  const hash = createHash("sha1");
  for (const file of files) hash.update(`\0${file}\0`).update(bytesOf(join(root, file)));
  return hash.digest("hex");
}

/** A file that is deleted in this moment, or a link to nowhere, has none. */
function bytesOf(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}
