import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { STATE } from "../io/output/folder.ts";
import { CONFIGURATION } from "../io/root.ts";
import { stampOf } from "../io/stamp.ts";
import { watchPaths, type Watch } from "../io/watch.ts";
import { processWide } from "./process-wide.ts";

/**
 * Has Eleventy build again after every edit, one build after the other.
 *
 * Eleventy's own watching starts no build for deletions, forgets a build that runs when its configuration is loaded
 * anew, and sums quick saves up. So it watches nothing but two bells, and they are rung only while it rests.
 */
export interface Rebuilding {
  /** Whether Eleventy is called by who started it, and watches nothing. */
  isCalled: boolean;
  /** Has Eleventy hear a bell: by touching it, until somebody knows a shorter way. */
  ring: (bell: keyof typeof bells) => void;
  /**
   * The configuration was loaded, and the code with it.
   *
   * @param isOutdated what that code says of itself
   */
  loaded(isOutdated: () => boolean): void;
  /** Whatever happens to these files and folders is an edit. */
  watch(paths: readonly string[]): void;
  /** Something was edited: there will be a build that begins after this. */
  edited(): void;
  /** Eleventy heard a bell. */
  heard(): void;
  /** Files are about to be read. */
  begun(): void;
  /** A build was written. The first one has no other end. */
  built(): void;
  /** Eleventy is through with what it heard, and rests. */
  ended(): void;
  /** Eleventy could not do what it heard: the next build loads everything anew. */
  failed(): void;
}

/** Eleventy watches these: the second makes it load its configuration, and so the code, anew. */
export const bells = {
  build: join(STATE, "bells", "build"),
  reload: join(STATE, "bells", "reload"),
} as const;

/** What an editor does to save one file is over by then. */
const SETTLED_MS = 20;

/** A bell that was not answered by then is rung again: Eleventy was not listening yet, or two came close together. */
const UNHEARD_MS = 250;

/** Then something else is wrong, and the next edit may mend it. */
const MOST_MISSED = 5;

export const rebuilding = processWide("rebuilding", newRebuilding);

function newRebuilding(): Rebuilding {
  let state: "first build" | "busy" | "resting" = "first build";
  let isWanted = false;
  /** How often in a row Eleventy was called to load everything anew, and did not. */
  let missed = 0;
  let isReloading = false;
  let isOutdated = (): boolean => false;
  /** The configuration's file when Eleventy was last called to load it: what it read may be older than the code says. */
  let configuration: string | undefined;
  let hasLoaded = false;
  let timer: NodeJS.Timeout | undefined;
  let watching: Watch | undefined;

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(call, SETTLED_MS);
  }

  /** What is edited from now on is for the build after the one that is called for. */
  function call(): void {
    state = "busy";
    isWanted = false;
    const stamp = stampOf(CONFIGURATION);
    isReloading ||= isOutdated() || stamp !== configuration;
    if (isReloading) configuration = stamp;
    hasLoaded = false;
    self.ring(isReloading ? "reload" : "build");
    timer = setTimeout(call, UNHEARD_MS);
  }

  const self: Rebuilding = {
    isCalled: false,
    ring: touch,
    loaded(saysSo) {
      isOutdated = saysSo;
      hasLoaded = true;
      // Edited while it was loaded, perhaps before anything was watched.
      if (isOutdated()) self.edited();
    },
    watch(paths) {
      if (watching) return;
      configuration = stampOf(CONFIGURATION);
      mkdirSync(dirname(bells.build), { recursive: true });
      for (const bell of Object.values(bells)) writeFileSync(bell, "");
      watching = watchPaths(paths, self.edited);
    },
    edited() {
      isWanted = true;
      if (state === "resting") soon();
    },
    heard() {
      state = "busy";
      clearTimeout(timer);
    },
    begun: () => watching?.renew(),
    built() {
      if (state === "first build") self.ended();
    },
    ended() {
      state = "resting";
      // What Eleventy hears of while it builds it takes for a template, and of several files heard of at once only the
      // last one decides whether it loads its configuration anew.
      missed = isReloading && (!hasLoaded || isOutdated()) ? missed + 1 : 0;
      isReloading = false;
      if (isWanted || (missed > 0 && missed <= MOST_MISSED)) soon();
    },
    failed() {
      isReloading = false;
      isOutdated = () => true;
      self.ended();
    },
  };
  return self;
}

/** One event and no more, as writing would make. */
function touch(bell: keyof typeof bells): void {
  const now = new Date();
  utimesSync(bells[bell], now, now);
}
