import { rmSync } from "node:fs";
import { join } from "node:path";
import { stateOf } from "../../src/io/output/folder.ts";
import { writeFiles } from "./files.ts";
import { temporaryFolder, type Scope } from "./folders.ts";

export const SETTINGS =
  "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a33\ntitle: T\nurl: https://example.org/\ntimeZone: Pacific/Auckland\nauthor: { name: A }\n";

/** A content folder to write into, with settings and what else a test wants in it. */
export function contentFolder(t: Scope, files: Readonly<Record<string, string>> = {}): string {
  const content = join(temporaryFolder(t), "content");
  writeFiles(content, { "site.yaml": SETTINGS, ...files });
  t.after(() => rmSync(stateOf(join(content, "..", "_site")), { recursive: true, force: true }));
  return content;
}
