import * as v from "valibot";
import { visible } from "../diagnostics/visible.ts";
import { Refusal } from "../io/refusal.ts";
import { isRecordable } from "./paths.ts";

/** Says what a release is: which commit it was made of, and the hash of every file but this one. */
export interface ReleaseRecord {
  readonly version: 1;
  /** The commit's full name: 40 hexadecimal digits, or 64 in a repository of SHA-256. */
  readonly commit: string;
  /** The day that the build counted as today, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `Galley 0.1.0` */
  readonly generator: string;
  /** Where readers find the site, its path included; with a slash at the end. */
  readonly url: string;
  /** SHA-256 in hexadecimal, by path from the site's root, with `/`; by code points. A map: `404` is a name as any other. */
  readonly files: ReadonlyMap<string, string>;
}

/** Paths that differ between two releases, each list in the order of code points. */
export interface ReleaseChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The bytes of a `release.json`: the same ones for equal records. One line a file, so that two of them can be compared. */
export function textOf({ files, ...about }: ReleaseRecord): string {
  const { version, commit, asOf, generator, url } = about;
  const head = Object.entries({ version, commit, asOf, generator, url }).map(line);
  const rows = byPath(files).map((entry) => `  ${line(entry)}`);
  const listed = rows.length === 0 ? "{}" : `{\n${rows.join(",\n")}\n  }`;
  return `{\n${[...head, `  "files": ${listed}`].join(",\n")}\n}\n`;
}

const line = ([key, value]: readonly [string, unknown]): string =>
  `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;

/** UTF-8 sorts as code points do; UTF-16, of which JavaScript's texts are, does not. */
const byPath = (files: Iterable<readonly [string, string]>): [string, string][] =>
  Array.from(files, ([path, hash]) => ({ path, hash, key: Buffer.from(path) }))
    .toSorted((a, b) => Buffer.compare(a.key, b.key))
    .map(({ path, hash }) => [path, hash]);

const HEX = /^[\da-f]{64}$/;

/** `v.record` would pass over a file that is named `constructor`. */
const files = v.pipe(
  v.custom<Record<string, unknown>>((given) => isMapping(given), "`files` is to be a mapping"),
  v.transform((given) => new Map(Object.entries(given))),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [path, hash] of dataset.value) {
      const named = visible(JSON.stringify(path));
      if (!isRecordable(path)) addIssue({ message: `${named} is no path of a file in a release` });
      else if (typeof hash !== "string" || !HEX.test(hash))
        addIssue({ message: `the hash of ${named} is no SHA-256 in hexadecimal` });
    }
  }),
  v.transform((given) => new Map(byPath(given as Map<string, string>))),
);

const isMapping = (given: unknown): boolean =>
  typeof given === "object" && given !== null && !Array.isArray(given);

const schema = v.object(
  {
    version: v.literal(1, "`version` is to be 1: another version of Galley wrote this one"),
    commit: matching(/^(?:[\da-f]{40}|[\da-f]{64})$/, "`commit` is to be a commit's full name"),
    asOf: matching(/^\d{4}-\d{2}-\d{2}$/, "`asOf` is to be a day, YYYY-MM-DD"),
    generator: matching(/^[\p{L}\p{N} ._+-]{1,100}$/u, "`generator` is to be a name and a version"),
    url: matching(/^https?:\/\/[^\s?#]+\/$/, "`url` is to be an address with a slash at its end"),
    files,
  },
  "it is no mapping",
);

function matching(pattern: RegExp, message: string) {
  return v.pipe(v.string(message), v.regex(pattern, message));
}

/**
 * Reads a `release.json`. Refuses what is none.
 *
 * @param where how to name it: a path or an address
 */
export function readRecord(text: string, where: string): ReleaseRecord {
  const result = v.safeParse(schema, jsonIn(text, where), { abortEarly: true });
  if (result.success) return result.output;
  throw new Refusal(`${where} is no record of a release: ${result.issues[0].message}.`);
}

function jsonIn(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${where} is no record of a release: it is not JSON.`);
  }
}

/** What the newer release has that readers of the older one did not see. Without an older one all is added. */
export function changesBetween(
  older: ReleaseRecord | undefined,
  newer: ReleaseRecord,
): ReleaseChanges {
  const before = older?.files ?? new Map<string, string>();
  const paths = [...newer.files.keys()];
  return {
    added: paths.filter((path) => !before.has(path)),
    changed: paths.filter((path) => before.has(path) && before.get(path) !== newer.files.get(path)),
    removed: [...before.keys()].filter((path) => !newer.files.has(path)),
  };
}
