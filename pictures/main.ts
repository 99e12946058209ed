import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_CONTENT, ROOT } from "../src/io/root.ts";
import { contentOfAllKinds, pagesOfAllKinds } from "../test/browser/kinds.ts";
import { browserFor } from "../test/support/chromium.ts";
import type { Scope } from "../test/support/folders.ts";
import { servedSite } from "../test/support/site.ts";
import { cameraFor, smaller } from "./camera.ts";
import { sceneName, WINDOWS, type Scene } from "./scene.ts";
import { terminalPage } from "./terminal.ts";

/** Where the pictures are kept that the documentation shows. */
const KEPT = join(ROOT, "docs/pictures");

const HELP = `Usage: npm run pictures [-- --out DIR]

Builds the site of this repository and takes the pictures of docs/pictures/ anew, with Chromium. They are the same, pixel
for pixel, where neither the site nor the machine changed.

  --out DIR   also put pictures of every kind of page into DIR: on a phone and on a desktop, light and dark, and on paper
  --help      show this
`;

const ESSAY = "/essays/who-is-on-call/";
const { phone, desktop } = WINDOWS;

/** What the documentation shows. */
const kept: readonly (readonly [string, Scene])[] = [
  ["home-light", { path: "/", window: desktop, scheme: "light" }],
  ["home-dark", { path: "/", window: desktop, scheme: "dark" }],
  ["essay-light", { path: ESSAY, window: desktop, scheme: "light" }],
  ["essay-phone", { path: ESSAY, window: phone, scheme: "light" }],
];

/** What a shell expects of a program that failed, or was called wrongly. */
const EXIT = { failed: 1, usage: 2 } as const;

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const chosen = chosenIn(args);
  if (chosen instanceof Error) {
    process.stderr.write(`${chosen.message}\n\n${HELP}`);
    return EXIT.usage;
  }
  if (chosen.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { out } = chosen;
  await withScope(async (scope) => {
    await takeKept(scope);
    if (out !== undefined) await takeAll(scope, resolve(out));
  });
  return 0;
}

function chosenIn(
  args: readonly string[],
): { readonly out?: string; readonly help?: boolean } | Error {
  try {
    const options = { out: { type: "string" }, help: { type: "boolean" } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error as Error;
  }
}

async function takeKept(scope: Scope): Promise<void> {
  mkdirSync(KEPT, { recursive: true });
  const site = await servedSite(scope, DEFAULT_CONTENT);
  const camera = cameraFor(await browserFor(scope), site.origin);
  const keep = async (name: string, picture: Buffer): Promise<void> =>
    writeFileSync(join(KEPT, `${name}.png`), await smaller(picture));
  for (const [name, scene] of kept) await keep(name, await camera.take(scene));
  await keep("flagged-passage", await camera.takeMarkup(await terminalPage()));
}

/** Every page of our own site, and one of each kind of a site that has all kinds. */
async function takeAll(scope: Scope, out: string): Promise<void> {
  const own = await servedSite(scope, DEFAULT_CONTENT);
  const full = await servedSite(scope, contentOfAllKinds(scope));
  const browser = await browserFor(scope);
  for (const [folder, site, paths] of [
    ["own", own, own.pages],
    ["all-kinds", full, pagesOfAllKinds(full)],
  ] as const) {
    mkdirSync(join(out, folder), { recursive: true });
    const camera = cameraFor(browser, site.origin);
    for (const path of paths) {
      for (const scene of scenesOf(path)) {
        writeFileSync(join(out, folder, `${sceneName(scene)}.png`), await camera.take(scene));
      }
      const sheet = sceneName({ path, window: WINDOWS.paper, scheme: "light" });
      writeFileSync(join(out, folder, `${sheet}.pdf`), await camera.print(path));
    }
  }
}

const scenesOf = (path: string): readonly Scene[] => [
  ...[phone, desktop].flatMap((window) =>
    (["light", "dark"] as const).map((scheme) => ({ path, window, scheme, isWhole: true })),
  ),
  { path, window: WINDOWS.paper, scheme: "light", isWhole: true },
];

/** Does something, and tidies up after it in the order in which a test would. */
async function withScope(run: (scope: Scope) => Promise<void>): Promise<void> {
  const tidyings: (() => void | Promise<void>)[] = [];
  try {
    await run({ after: (tidyUp) => tidyings.push(tidyUp) });
  } finally {
    for (const tidyUp of tidyings) await tidyUp();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = EXIT.failed;
}
