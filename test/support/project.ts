import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/io/root.ts";

const OWN = [
  "src",
  "layouts",
  "bin",
  "public",
  ".eleventy.js",
  "package.json",
  "package-lock.json",
];

/** A copy of the project in a folder that does not exist yet, with an empty `content/`. Its libraries are ours. */
export function projectCopy(folder: string): string {
  for (const name of OWN) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "content"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}
