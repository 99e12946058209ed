import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, readdirSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { CONTENT as GOLDEN } from "../golden/build.ts";
import { ended } from "../support/build.ts";
import { differences, treeOf, type Tree } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { repositoryIn } from "../support/repository.ts";
import { acceptedCases, contentOf, hasSettings } from "../support/hostile.ts";

/** Around a build that is to come out the same. */
interface Surroundings {
  readonly TZ?: string;
  readonly LANG?: string;
  readonly umask?: string;
  /** Where the repository lies instead. */
  readonly repository?: () => string;
  /** More for node's command line. */
  readonly node?: readonly string[];
  /** In place of `--as-of`. */
  readonly epoch?: string;
}

const DAY = "2026-06-30";

const surroundings: Readonly<Record<string, Surroundings>> = {
  "in Auckland, in German, for nobody else to read": {
    TZ: "Pacific/Auckland",
    LANG: "de_DE.UTF-8",
    umask: "077",
  },
  "in Honolulu, in the plainest locale, for everybody to write": {
    TZ: "Pacific/Honolulu",
    LANG: "C",
    umask: "000",
  },
  "in Istanbul, where i has another capital": { TZ: "Europe/Istanbul", LANG: "tr_TR.UTF-8" },
  "at another place, put there in another order": { repository: copyInReverse },
  "years later, on the day of SOURCE_DATE_EPOCH": {
    node: ["--import", join(ROOT, "test/support/other-clock.js")],
    epoch: String(Date.parse(`${DAY}T12:00Z`) / 1000),
  },
};

const scope = { after };
const repository = temporaryFolder(scope);
let usual: Tree;

before(async () => {
  cpSync(GOLDEN, join(repository, "content"), { recursive: true });
  contentOf(
    acceptedCases().filter((hostile) => !hasSettings(hostile)),
    join(repository, "content"),
  );
  // 1 May in Lisbon, where the golden site is; in Honolulu it is still April.
  repositoryIn(repository).commit("2026-05-01T00:30:00+01:00");
  usual = await built({ TZ: "UTC", LANG: "C.UTF-8", umask: "022" });
  assert.match(usual.get("essays/undated/index.html")!, />\s*1 May 2026</);
});

for (const [name, around] of Object.entries(surroundings)) {
  test(`builds the same bytes ${name}`, async () => {
    assert.deepEqual(differences(usual, await built(around)), []);
  });
}

async function built(around: Surroundings): Promise<Tree> {
  const { TZ = "UTC", LANG = "C.UTF-8", umask = "022", node = [], epoch } = around;
  const content = join(around.repository?.() ?? repository, "content");
  const output = outputFolder(scope);
  const day = epoch === undefined ? [`--as-of=${DAY}`] : [];
  const args = ["build", `--input=${content}`, `--output=${output}`, ...day];
  const command = [process.execPath, ...node, join(ROOT, "bin/galley.js"), ...args];
  const { SOURCE_DATE_EPOCH: _, LC_ALL: __, ...env } = process.env;
  const { status, stderr } = await ended(
    "/bin/sh",
    ["-c", `umask ${umask} && exec "$@"`, "sh", ...command],
    {
      cwd: ROOT,
      env: { ...env, TZ, LANG, LC_ALL: LANG, ...(epoch && { SOURCE_DATE_EPOCH: epoch }) },
    },
  );
  assert.equal(status, 0, stderr);
  return treeOf(output);
}

/** The same commit, its files made from the last to the first and with times of another century. */
function copyInReverse(): string {
  const copy = join(temporaryFolder(scope), "ein anderer Ört");
  const entries = readdirSync(repository, { withFileTypes: true, recursive: true });
  for (const entry of entries.toReversed()) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(copy, from.slice(repository.length));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
    utimesSync(to, new Date("1999-12-31T23:59Z"), new Date("1999-12-31T23:59Z"));
  }
  return copy;
}
