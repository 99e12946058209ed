import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Scope } from "../support/folders.ts";

/** A documented configuration with what is this test's own in place of the examples, each of which has to be there. */
export function filledIn(documented: string, own: Readonly<Record<string, string>>): string {
  for (const example of Object.keys(own)) assert.ok(documented.includes(example), example);
  return Object.entries(own).reduce(
    (text, [example, ours]) => text.replaceAll(example, () => ours),
    documented,
  );
}

/** A site is at a path of its server: the change that `docs/web-servers.md` tells of, to either configuration. */
export const belowPath = (documented: string, path: string): string =>
  documented.replace(/\/(404\.html|search\/|pagefind\/|fonts\/)/g, `${path}$1`);

/** How a site is served in a test. */
export interface Serving {
  /** In place of the content security policies that are documented. */
  readonly policy?: string;
  /** With a slash at both ends: the folder that is served holds the site there. */
  readonly path?: string;
}

/** Starts a web server, and waits until it takes questions. Fails where it ends instead. */
export async function started(
  scope: Scope,
  [program, ...args]: readonly string[],
  origin: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const server = spawn(program!, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });
  scope.after(() => {
    server.kill("SIGTERM");
  });
  while (server.exitCode === null && server.pid !== undefined) {
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isUp) return origin;
    await sleep(20);
  }
  throw new Error(`${program} did not start`);
}
