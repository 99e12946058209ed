import { existsSync, readdirSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isHidden, isLitter } from "./walk.ts";

/** Tells of everything that happens to some files and below some folders, until it is closed. */
export interface Watch {
  /** Watches folders that are new as well. What happened in them before was not told: it lies there to be read. */
  renew(): void;
  close(): void;
}

/** How often somebody should look where the system has no more watches to give. */
const POLL_MS = 1000;

/**
 * Watches files, and folders with all that lies below them, whether they exist yet or not.
 *
 * The system is asked for one watch a folder, not one a file, and whatever it tells is passed on: libraries sum events
 * up, and drop the second of two quick saves. Hidden files and editors' backups are nobody's content, and not told of.
 */
export function watchPaths(paths: readonly string[], told: () => void): Watch {
  const watches = new Map<string, FSWatcher>();
  let poll: NodeJS.Timeout | undefined;

  function renew(): void {
    const wanted = [...paths.map(above), ...paths.flatMap(below)];
    const keys = new Set(wanted.map(({ key }) => key));
    for (const key of watches.keys()) if (!keys.has(key)) forget(key);
    for (const place of wanted) if (!watches.has(place.key)) add(place);
  }

  function add({ key, folder, concerns }: Place): void {
    try {
      const watcher = watch(folder, (_, name) => {
        // A folder's own name says that it went away; another one may take its place.
        if (name === basename(folder)) forget(key);
        if (name === null || name === basename(folder) || concerns(name)) told();
      });
      watcher.on("error", () => forget(key));
      watches.set(key, watcher);
    } catch {
      if (existsSync(folder)) poll ??= setInterval(told, POLL_MS);
    }
  }

  function forget(key: string): void {
    watches.get(key)?.close();
    watches.delete(key);
  }

  renew();
  return {
    renew,
    close() {
      clearInterval(poll);
      for (const key of watches.keys()) forget(key);
    },
  };
}

/** A folder to watch, and the names in it that are worth telling. */
interface Place {
  readonly key: string;
  readonly folder: string;
  readonly concerns: (name: string) => boolean;
}

/** The nearest existing folder above a path, for the next step on the way down to it. */
function above(path: string): Place {
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) return above(parent);
  const step = basename(path);
  return { key: `${parent}\0${step}`, folder: parent, concerns: (name) => name === step };
}

const isContent = (name: string): boolean => !isHidden(name) && !isLitter(name);

function below(folder: string): readonly Place[] {
  const inner = foldersIn(folder).map((name) => join(folder, name));
  return [{ key: folder, folder, concerns: isContent }, ...inner.flatMap(below)];
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && isContent(entry.name))
      .map((e) => e.name);
  } catch {
    return [];
  }
}
