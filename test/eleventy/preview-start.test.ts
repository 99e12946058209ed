import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { treeOf } from "../support/files.ts";
import { freePort } from "../support/ports.ts";
import { startPreview } from "../support/preview.ts";
import { essay, HARBOUR, LAYOUT, layoutSaying, SETTINGS, smallSite } from "./small-site.ts";

const { files } = smallSite;

test("shows an edit that is saved as soon as the preview says where it is", async (t) => {
  const preview = await startPreview(t, smallSite);
  preview.save(HARBOUR, essay("The harbour woke early."));
  await preview.shows("/essays/harbour/", "The harbour woke early.");
});

test("starts on broken content with the findings alone, and shows the site when it is mended", async (t) => {
  const broken = { ...files, [HARBOUR]: "---\ntitle: [x\n---\nHello.\n" };
  const preview = await startPreview(t, { ...smallSite, files: broken });
  const { body } = await preview.showsTrouble(
    "/",
    "2026-01-01-harbour.md:3:1",
    "invalid-front-matter",
  );
  assert.ok(!body.includes("lantern"), "no page was built yet");
  await preview.showsTrouble("/essays/lantern/", "invalid-front-matter");
  assert.match(preview.said(), /2026-01-01-harbour\.md:3:1 error\[invalid-front-matter\]/);
  preview.save(HARBOUR, essay("The harbour opened."));
  await preview.shows("/essays/harbour/", "The harbour opened.");
  await preview.shows("/essays/lantern/", "The lantern was lit.");
});

test("starts with a layout that throws, and shows the site when it is mended", async (t) => {
  const preview = await startPreview(t, {
    files: {
      ...files,
      [LAYOUT]: 'export const essay = () => {\n  throw new Error("no essay today");\n};\n',
    },
  });
  await preview.showsTrouble("/", "no essay today", "essay.ts:2");
  preview.save(LAYOUT, 'export const essay = () => "essays as they were";\n');
  await preview.shows("/essays/harbour/", "essays as they were");
});

test("starts without any content, and shows the first essay", async (t) => {
  const preview = await startPreview(t, { files: {} });
  await preview.shows("/", "Untitled");
  preview.save(HARBOUR, essay("The very first essay."));
  await preview.shows("/essays/harbour/", "The very first essay.");
});

test("shows drafts and essays of the future, and marks them", async (t) => {
  const preview = await startPreview(t, {
    files: {
      ...files,
      "content/essays/2026-01-03-idea.md": "---\ndraft: true\n---\n# An idea\n\nNot yet.\n",
      "content/essays/2999-01-01-later.md": essay("Much later."),
    },
    args: ["--as-of=2026-11-21"],
  });
  const draft = await preview.shows("/essays/idea/", "Not yet.");
  assert.ok(draft.body.includes(">Draft<"));
  const later = await preview.shows("/essays/later/", "Much later.");
  assert.ok(later.body.includes(">Held back until its date<"));
  const harbour = await preview.shows("/essays/harbour/", "The harbour was quiet.");
  assert.doesNotMatch(harbour.body, />(?:Draft|Held back)/);
  preview.save("content/essays/2026-01-03-idea.md", essay("Now it is."));
  const published = await preview.shows("/essays/idea/", "Now it is.");
  assert.doesNotMatch(published.body, />Draft</);
});

test("never touches _site, whatever is edited", async (t) => {
  const preview = await startPreview(t, {
    ...smallSite,
    files: { ...files, "_site/index.html": "the site", "_site/essays/old/index.html": "an essay" },
  });
  const site = treeOf(join(preview.folder, "_site"));
  preview.save(HARBOUR, essay("The harbour was loud."));
  await preview.shows("/essays/harbour/", "The harbour was loud.");
  preview.save(LAYOUT, layoutSaying("layout two"));
  await preview.shows("/essays/harbour/", "layout two");
  await preview.stop();
  assert.deepEqual(treeOf(join(preview.folder, "_site")), site);
});

test("serves at another port when its own is taken, and says which", async (t) => {
  const other = createServer((socket) => socket.end());
  t.after(() => other.close());
  other.listen(0);
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const preview = await startPreview(t, { ...smallSite, port });
  assert.notEqual(preview.origin, `http://127.0.0.1:${port}`);
  await preview.shows("/essays/harbour/", "The harbour was quiet.");
});

test("serves below the path that is asked for", async (t) => {
  const port = await freePort();
  const preview = await startPreview(t, { ...smallSite, port, args: ["--pathprefix=/blog/"] });
  const { body } = await preview.shows("/blog/essays/harbour/", "The harbour was quiet.");
  assert.ok(body.includes('href="/blog/style.css"'));
  preview.save(HARBOUR, "---\ntitle: [x\n---\nHello.\n");
  const broken = await preview.showsTrouble("/blog/essays/harbour/", "invalid-front-matter");
  assert.ok(broken.body.includes("The harbour was quiet."), "the last good page is gone");
});

test("serves at the root, whatever path the settings' url has", async (t) => {
  const settings = "url: https://example.org/blog/\n";
  const preview = await startPreview(t, {
    ...smallSite,
    files: { ...files, [SETTINGS]: settings },
  });
  const { body } = await preview.shows("/essays/harbour/", "The harbour was quiet.");
  const [, stylesheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(body)!;
  assert.equal((await preview.get(stylesheet!)).status, 200);
});

test("ends by itself when it is told to, and lets another one start on the same folder", async (t) => {
  const preview = await startPreview(t, smallSite);
  await preview.stop();
  await assert.rejects(preview.get("/"));
});
