import { chromium, type Browser } from "playwright-core";
import { chromiumPath } from "./find-chromium.ts";
import type { Scope } from "./folders.ts";
import { fail } from "./programs.ts";

/**
 * A browser without a window, that reaches this machine alone, and takes orders at a port too where one is given.
 * Where there is none to be had, the test file fails.
 */
export async function browserFor(scope: Scope, port?: number): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: pathOrFail(),
    args: [
      // Chromium refuses to sandbox what root runs.
      ...(isRoot ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
  });
  scope.after(() => browser.close());
  return browser;
}

function pathOrFail(): string {
  try {
    return chromiumPath();
  } catch (error) {
    return fail((error as Error).message);
  }
}
