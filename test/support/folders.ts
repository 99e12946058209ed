import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stateOf } from "../../src/io/output/folder.ts";

/** A test's context, or node:test itself at the top of a file. */
export interface Scope {
  after(tidyUp: () => void | Promise<void>): void;
}

/** A new folder of the test's own, gone when it is done. */
export function temporaryFolder(scope: Scope): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "galley-test-")));
  scope.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An output folder that does not exist yet. It goes with what Galley remembers of it. */
export function outputFolder(scope: Scope): string {
  const output = join(temporaryFolder(scope), "site");
  scope.after(() => rmSync(stateOf(output), { recursive: true, force: true }));
  return output;
}
