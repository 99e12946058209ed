import assert from "node:assert/strict";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { stateOf } from "../../src/io/output/folder.ts";
import { buildSite, ended, galley, type Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles, type Tree } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import { makeSure } from "../support/programs.ts";
import { projectCopy } from "../support/project.ts";
import { fixture } from "../support/site.ts";
import { smallDisk, type Scarce, type SmallDisk } from "./small-disk.ts";

makeSure(import.meta.filename);

/** A site that is written to a small disk. */
interface Site {
  readonly disk: SmallDisk;
  readonly content: string;
  readonly output: string;
  build(): Promise<Ended>;
}

interface Case {
  readonly what: string;
  readonly siteOn: (scope: Scope) => Site;
  /** What is left of the disk when the site is to be replaced: never enough. */
  readonly rooms: Readonly<Record<Scarce, readonly number[]>>;
}

/** The small site takes half a megabyte in 130 files and folders, the large one 5 in 1,300. */
const cases: readonly Case[] = [
  {
    what: "the output folder",
    siteOn: (scope) => outputOnDisk(scope, fixture(scope, "site")),
    rooms: { bytes: [0, 300_000], inodes: [0, 2, 80] },
  },
  {
    what: "the output folder of many essays",
    siteOn: (scope) => outputOnDisk(scope, manyEssays(scope)),
    rooms: { bytes: [0, 2_000_000], inodes: [0, 500] },
  },
  {
    what: "the whole project",
    siteOn: projectOnDisk,
    rooms: { bytes: [0, 20_000, 100_000, 300_000], inodes: [0, 2, 20, 80] },
  },
];

for (const { what, siteOn, rooms } of cases) {
  for (const scarce of ["bytes", "inodes"] as const) {
    test(`a disk with ${what} on it that runs out of ${scarce} leaves the old site as it was`, async (t) => {
      const site = siteOn(t);
      const { disk, output, build } = site;
      await succeeds(build);
      for (const room of rooms[scarce]) {
        const old = treeOf(output);
        change(site, room);
        disk.leave(room, scarce);
        const failed = await build();
        assert.deepEqual(differences(old, treeOf(output)), [], `with ${room} ${scarce} left`);
        failsWithOneLine(failed);
        disk.enlarge();
        await succeeds(build);
        assert.deepEqual(differences(await cleanBuild(t, site), treeOf(output)), []);
      }
    });
  }
}

/** Changes every page, and adds one. */
function change({ content }: Site, room: number): void {
  writeFileSync(join(content, "site.yaml"), `title: Room for ${room}\nurl: https://example.org/\n`);
  writeFileSync(join(content, `essays/2026-01-01-room-${room}.md`), `Room for ${room}.\n`);
}

async function succeeds(build: Site["build"]): Promise<void> {
  const { status, stderr } = await build();
  assert.equal(status, 0, stderr);
}

function failsWithOneLine({ status, stderr }: Ended): void {
  assert.match(stderr, /^[^\n]*\b(space|room)\b[^\n]*\n$/);
  assert.equal(status, 1);
}

async function cleanBuild(scope: Scope, { content }: Site): Promise<Tree> {
  const output = outputFolder(scope);
  await buildSite(content, { output });
  return treeOf(output);
}

/** Galley's state is elsewhere, on a disk with room. */
function outputOnDisk(scope: Scope, content: string): Site {
  const disk = smallDisk(scope);
  const output = join(disk.folder, "site");
  scope.after(() => rmSync(stateOf(output), { recursive: true, force: true }));
  const build = () => galley("build", "--quiet", `--input=${content}`, `--output=${output}`);
  return { disk, content, output, build };
}

/** Sources, state and site on one disk, as they are for most. */
function projectOnDisk(scope: Scope): Site {
  const disk = smallDisk(scope);
  const project = projectCopy(join(disk.folder, "project"));
  const content = join(project, "content");
  cpSync(fixture(scope, "site"), content, { recursive: true });
  const build = () => ended(process.execPath, [join(project, "bin/galley.js"), "build", "--quiet"]);
  return { disk, content, output: join(project, "_site"), build };
}

/** So many that their pages are written by a thread of its own. */
function manyEssays(scope: Scope): string {
  const content = temporaryFolder(scope);
  const files = Array.from({ length: 600 }, (_, i) => [
    `essays/2025-01-01-essay-${i}.md`,
    `# Essay ${i}\n\nText ${i}.\n`,
  ]);
  writeFiles(content, Object.fromEntries(files) as Record<string, string>);
  return content;
}
