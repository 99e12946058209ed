import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Ended } from "../support/build.ts";
import {
  blogServerIn,
  isAccepted,
  isWhole,
  liveOn,
  NOTHING_CHANGED,
  remoteLines,
  SETTINGS,
  type BlogServer,
  type Writer,
} from "../support/blog-server.ts";
import { differences, treeOf } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { makeSure } from "../support/programs.ts";
import { smallDisk } from "./small-disk.ts";

makeSure(import.meta.filename);

const disk = smallDisk(test);
const folder = temporaryFolder(test);
const [repo, www] = [join(folder, "blog.git"), join(disk.folder, "www")];
const server = await blogServerIn({ folder, repo, www });
const writer = server.writer();
writer.commit({
  "content/site.yaml": SETTINGS,
  "content/essays/2026-01-02-one.md": "# One\n\n0\n",
});
isAccepted(await writer.push());

/** Every page differs after it, and a large file is new. */
function change(what: string): void {
  writer.commit({
    "content/site.yaml": SETTINGS.replace("Field notes", `Field notes, ${what}`),
    "public/large.txt": what.repeat(30_000),
  });
}

/** Makes a push with a disk like that, and one of the same on a disk with room. */
async function pushTwice(what: string, spoil: () => void): Promise<Ended> {
  change(what);
  const before = seenOn(server);
  spoil();
  const push = await writer.push();
  const shown = seenOn(server);
  disk.enlarge();
  if (push.status === 0) await server.publish("resume");
  else {
    assert.deepEqual(differences(before, shown), [], what);
    assert.equal(remoteLines(push).at(-1), NOTHING_CHANGED, what);
    isAccepted(await writer.push());
  }
  showsLast(server, writer, what);
  return push;
}

const seenOn = (of: BlogServer) => treeOf(join(of.www, "releases", liveOn(of)!));

function showsLast(of: BlogServer, from: Writer, what: string): void {
  isWhole(of, from);
  assert.match(seenOn(of).get("index.html")!, new RegExp(what));
}

for (const scarce of ["bytes", "inodes"] as const) {
  const rooms = { bytes: [0, 60_000], inodes: [0, 30] }[scarce];
  for (const room of rooms) {
    test(`with ${room} ${scarce} left for releases, readers see what they saw, and the next push heals it`, async () => {
      const push = await pushTwice(`${room} ${scarce}`, () => disk.leave(room, scarce));
      if (push.status !== 0) assert.match(push.stderr, /space|room/);
    });
  }
}

test("a folder for releases that nobody may write to is said to be one", async () => {
  const push = await pushTwice("protected", () => disk.protect());
  assert.match(push.stderr, /cannot be written to/);
});

test("with all of the server on a full disk, the push is refused, and the next one heals it", async (t) => {
  const own = smallDisk(t);
  const home = temporaryFolder(t);
  const whole = await blogServerIn({
    folder: home,
    repo: join(own.folder, "blog.git"),
    www: join(own.folder, "www"),
  });
  const author = whole.writer();
  author.commit({ "content/site.yaml": SETTINGS, "content/pages/about.md": "# About\n\nMe.\n" });
  isAccepted(await author.push());
  for (const [scarce, room] of [
    ["bytes", 150_000],
    ["inodes", 12],
  ] as const) {
    const what = `${room} ${scarce}`;
    author.commit({ "content/site.yaml": SETTINGS.replace("Field notes", `Field notes, ${what}`) });
    const before = seenOn(whole);
    own.leave(room, scarce);
    const push = await author.push();
    const shown = seenOn(whole);
    own.enlarge();
    if (push.status !== 0) {
      assert.deepEqual(differences(before, shown), [], what);
      isAccepted(await author.push());
    } else await whole.publish("resume");
    showsLast(whole, author, what);
  }
});
