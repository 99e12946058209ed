import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { ROOT } from "../../src/io/root.ts";

/**
 * The path of a Chromium or Chrome: the one that `GALLEY_CHROMIUM` names, else an installed one, else one that is
 * installed now. Throws where there is none and none can be had.
 */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  const named = env["GALLEY_CHROMIUM"];
  if (named) {
    if (works(named)) return named;
    throw new Error(`GALLEY_CHROMIUM names ${named}, which does not run.`);
  }
  const found = installed(env);
  if (found !== undefined) return found;
  for (const install of installers) {
    install();
    const path = installed(env);
    if (path !== undefined) return path;
  }
  throw new Error(
    "No Chromium or Chrome was found and none could be installed. Install one (on Debian: apt-get install chromium), or name one in GALLEY_CHROMIUM.",
  );
}

const installed = (env: NodeJS.ProcessEnv): string | undefined =>
  [...onPath(env), ...usualPlaces(env), ...playwrights(env)].find(works);

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath(env: NodeJS.ProcessEnv): readonly string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where macOS and Windows have it, which put no browser on the PATH. */
function usualPlaces(env: NodeJS.ProcessEnv): readonly string[] {
  const applications = ["/Applications", join(homedir(), "Applications")];
  const programs = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
    (name) => env[name] ?? [],
  );
  return [
    ...applications.map((folder) => join(folder, "Chromium.app/Contents/MacOS/Chromium")),
    ...applications.map((folder) => join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome")),
    ...programs.map((folder) => join(folder, "Chromium/Application/chrome.exe")),
    ...programs.map((folder) => join(folder, "Google/Chrome/Application/chrome.exe")),
  ];
}

const PLAYWRIGHTS = new Set([
  "chrome",
  "chrome-headless-shell",
  "headless_shell",
  "Chromium",
  "Google Chrome for Testing",
  "chrome.exe",
  "chrome-headless-shell.exe",
  "headless_shell.exe",
]);

/** What playwright downloaded, for whatever project. */
function playwrights(env: NodeJS.ProcessEnv): readonly string[] {
  const caches = [
    env["PLAYWRIGHT_BROWSERS_PATH"] ?? "",
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
    join(env["LOCALAPPDATA"] ?? "", "ms-playwright"),
  ];
  return caches
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { encoding: "utf8", recursive: true })
        .filter((path) => path.startsWith("chromium") && PLAYWRIGHTS.has(basename(path)))
        .map((path) => join(folder, path)),
    );
}

/** Some systems have a stub in a browser's place, which says how to install it. On Windows asking opens a window. */
const works = (path: string): boolean =>
  existsSync(path) &&
  (process.platform === "win32" ||
    spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0);

const installers: readonly (() => void)[] = [installWithApt, installWithPlaywright];

function installWithApt(): void {
  if (process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "--yes", "--no-install-recommends", "chromium"];
  for (const args of [["update"], install]) {
    const { status } = spawnSync("apt-get", args, { env, stdio: "ignore" });
    if (status !== 0) return;
  }
}

function installWithPlaywright(): void {
  const cli = join(ROOT, "node_modules/playwright-core/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium-headless-shell"], { stdio: "ignore" });
}
