import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../../io/files.ts";
import type { Blog } from "../blog.ts";
import { error, ok, type Check } from "./check.ts";

interface Lockfile {
  readonly packages?: Readonly<Record<string, Package>>;
}
interface Package {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The Galley that the hooks run, and its libraries. */
export function installation({ site }: Blog): readonly Check[] {
  if (!existsSync(join(site, "bin/galley.js")))
    return [
      error(
        "Galley",
        `There is none in ${site} any more. Clone it there again, run npm ci, and galley publish init.`,
      ),
    ];
  return [ok("Galley", site), libraries(site)];
}

function libraries(site: string): Check {
  const { packages = {} } = (jsonOf(join(site, "package-lock.json")) ?? {}) as Lockfile;
  const names = Object.keys(packages[""]?.dependencies ?? {});
  const odd = names.find((name) => {
    const place = `node_modules/${name}`;
    const installed = jsonOf(join(site, place, "package.json")) as Package | undefined;
    return installed?.version === undefined || installed.version !== packages[place]?.version;
  });
  if (names.length > 0 && odd === undefined) return ok("libraries", "as package-lock.json says");
  const why =
    odd === undefined ? "There is no package-lock.json" : `${odd} is missing, or another version`;
  return error("libraries", `${why}. Run there: cd ${site} && npm ci`);
}

const jsonOf = (path: string): unknown => readJson(path, () => undefined);
