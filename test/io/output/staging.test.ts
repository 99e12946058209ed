import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs, { existsSync, mkdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { openStaging } from "../../../src/io/output/staging.ts";
import { isWithin } from "../../../src/io/root.ts";
import { treeOf, writeFiles } from "../../support/files.ts";
import { temporaryFolder } from "../../support/folders.ts";

/** A thread of its own writes from here on. */
const MANY = 1000;

const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url");

function placeFor(t: TestContext) {
  const home = temporaryFolder(t);
  const state = join(home, "state");
  mkdirSync(state);
  return { output: join(home, "site"), state };
}

for (const [how, expected] of [
  ["at once", 3],
  ["in a thread", MANY],
] as const) {
  test(`holds files at their paths, and knows their hashes (written ${how})`, async (t) => {
    const { output, state } = placeFor(t);
    const staging = openStaging(output, state, expected);
    const bytes = Uint8Array.from([0, 255, 128, 10]);
    staging.write([
      { path: "index.html", content: "<p>日本語 😀</p>" },
      { path: "a/b/c/index.html", content: "" },
    ]);
    staging.write([{ path: "a/b/picture.png", content: bytes }]);
    const hashes = await staging.settled();
    assert.deepEqual(
      [...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [
        ["a/b/c/index.html", sha256("")],
        ["a/b/picture.png", sha256(bytes)],
        ["index.html", sha256("<p>日本語 😀</p>")],
      ],
    );
    assert.deepEqual(
      [...treeOf(staging.folder)].filter(([path]) => !path.endsWith("/")),
      [
        ["a/b/c/index.html", ""],
        ["a/b/picture.png", Buffer.from(bytes).toString("latin1")],
        ["index.html", Buffer.from("<p>日本語 😀</p>").toString("latin1")],
      ],
    );
    await staging.discard();
    assert.ok(!existsSync(staging.folder));
    assert.ok(!existsSync(output), "staging makes no output folder");
  });

  test(`begins empty, whatever a killed build left there (written ${how})`, async (t) => {
    const { output, state } = placeFor(t);
    writeFiles(openStaging(output, state, 1).folder, { "left/over.html": "old" });
    const staging = openStaging(output, state, expected);
    staging.write([{ path: "index.html", content: "new" }]);
    await staging.settled();
    assert.deepEqual([...treeOf(staging.folder).keys()], ["index.html"]);
    await staging.discard();
  });

  test(`says what failed, and writes no more (written ${how})`, async (t) => {
    const { output, state } = placeFor(t);
    const staging = openStaging(output, state, expected);
    const clashing = async (): Promise<void> => {
      staging.write([{ path: "a", content: "a file" }]);
      staging.write([{ path: "a/index.html", content: "below a file" }]);
      staging.write([{ path: "late.html", content: "too late" }]);
      await staging.settled();
    };
    await assert.rejects(
      clashing,
      ({ code }: NodeJS.ErrnoException) => code === "EEXIST" || code === "ENOTDIR",
    );
    assert.ok(!existsSync(join(staging.folder, "late.html")));
    await staging.discard();
    assert.ok(!existsSync(staging.folder));
  });
}

test("can be discarded while a thread still writes", async (t) => {
  const { output, state } = placeFor(t);
  const staging = openStaging(output, state, MANY);
  for (let i = 0; i < MANY; i++)
    staging.write([{ path: `${i}/index.html`, content: "x".repeat(1000) }]);
  await staging.discard();
  assert.ok(!existsSync(staging.folder));
});

test("lies in the state folder where that is on the output's file system", (t) => {
  const { output, state } = placeFor(t);
  assert.equal(openStaging(output, state, 1).folder, join(state, "staging"));
});

/** Lets folders seem to lie on file systems of their own: a folder's number counts for all that is below it. */
function onDevices<T>(devices: Readonly<Record<string, number>>, run: () => T): T {
  const { statSync } = fs;
  const deviceOf = (path: string): number => {
    const mounts = Object.keys(devices).filter((mount) => isWithin(path, mount));
    return devices[mounts.toSorted((a, b) => b.length - a.length)[0] ?? ""] ?? 0;
  };
  Object.assign(fs, { statSync: (path: string) => ({ ...statSync(path), dev: deviceOf(path) }) });
  syncBuiltinESMExports();
  try {
    return run();
  } finally {
    Object.assign(fs, { statSync });
    syncBuiltinESMExports();
  }
}

test("lies hidden beside the output where the state is on another file system", async (t) => {
  const { output, state } = placeFor(t);
  writeFiles(output, { "index.html": "old" });
  const staging = onDevices({ [state]: 1 }, () => openStaging(output, state, 1));
  assert.equal(staging.folder, join(dirname(output), ".site.galley-staging"));
  await staging.discard();
  assert.ok(!existsSync(staging.folder));
});

test("lies hidden beside an output that is still to be made, at the nearest folder that is there", (t) => {
  const { output, state } = placeFor(t);
  const deep = join(output, "not/yet/there");
  const { folder } = onDevices({ [state]: 1 }, () => openStaging(deep, state, 1));
  assert.equal(folder, join(dirname(deep), ".there.galley-staging"));
});

test("lies inside of an output that is a file system of its own", (t) => {
  const { output, state } = placeFor(t);
  writeFiles(output, { "index.html": "old" });
  const { folder } = onDevices({ [output]: 1 }, () => openStaging(output, state, 1));
  assert.equal(folder, join(output, ".galley-staging"));
});

test("says where no folder can be made", (t) => {
  const { state } = placeFor(t);
  const nowhere = existsSync("/proc/self") ? "/proc/galley-test" : "/dev/null/galley-test";
  assert.throws(() => openStaging(nowhere, state, 3), /No folder can be made in \/|EACCES|ENOTDIR/);
});
