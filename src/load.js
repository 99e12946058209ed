import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sourcesName } from "./sources.js";

/**
 * Loads Galley's TypeScript. It is bundled with esbuild when it changed, and the bundle kept by the hash of the sources:
 * so an edit of any file is a new module, and an unchanged one costs no more than importing a few files.
 */
const root = join(import.meta.dirname, "..");
const bundles = join(root, ".galley", "code");

/** What is loaded from outside: the command line, Eleventy's configuration, and the threads. */
const entries = [
  "src/cli/main.ts",
  "src/eleventy/configure.ts",
  "src/build/reading-thread.ts",
  "src/io/looking-thread.ts",
  "src/io/output/writing-thread.ts",
  "src/share/drawing-thread.ts",
];

/** A preview that is running may still load parts of an older bundle. */
const KEPT = 8;

/** Of the process: Eleventy loads this file anew with the configuration that imports it. */
const lastGood = (globalThis[Symbol.for("galley.lastGood")] ??= new Map());

/**
 * Answers what the module exports, and `isOutdated`, which tells whether the sources were edited since. Where they are
 * broken it is the last good module with the `failure`: a preview goes on with it. Throws where there is none.
 *
 * @param {string} entry one of `entries`
 */
export async function load(entry) {
  process.setSourceMapsEnabled(true);
  try {
    const module = await loadNow(entry);
    lastGood.set(entry, module);
    return module;
  } catch (failure) {
    if (!lastGood.has(entry)) throw failure;
    const failed = sourcesName(root);
    return { ...lastGood.get(entry), failure, isOutdated: () => sourcesName(root) !== failed };
  }
}

async function loadNow(entry) {
  const hash = await bundled();
  const module = await import(
    pathToFileURL(join(bundles, hash, entry.replace(/\.ts$/, ".js"))).href
  );
  return { ...module, isOutdated: () => sourcesName(root) !== hash };
}

/** The hash of the sources, for which there is a bundle. A file that is saved meanwhile is in the next one. */
async function bundled() {
  for (;;) {
    const hash = sourcesName(root);
    const bundle = join(bundles, hash);
    if (existsSync(bundle)) return hash;
    const draft = `${bundle}.${process.pid}.tmp`;
    await makeBundle(draft);
    if (sourcesName(root) === hash) {
      keep(draft, bundle);
      return hash;
    }
    rmSync(draft, { recursive: true, force: true });
  }
}

async function makeBundle(outdir) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "silent",
  });
}

function keep(draft, bundle) {
  try {
    renameSync(draft, bundle);
  } catch (error) {
    // Another process was quicker.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(bundle)) throw error;
  }
  forgetOld();
}

function forgetOld() {
  const newestFirst = readdirSync(bundles)
    .map((name) => join(bundles, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const bundle of newestFirst.slice(KEPT)) rmSync(bundle, { recursive: true, force: true });
}
