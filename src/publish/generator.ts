import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../io/root.ts";

/** Name and version of the Galley that this code is. */
export function generator(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return `Galley ${version}`;
}
