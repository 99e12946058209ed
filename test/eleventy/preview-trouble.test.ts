import assert from "node:assert/strict";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startPreview } from "../support/preview.ts";
import {
  essay,
  HARBOUR,
  LANTERN,
  LAYOUT,
  layoutSaying,
  SETTINGS,
  settings,
  smallSite,
} from "./small-site.ts";

const preview = await startPreview({ after }, smallSite);
afterEach(() => preview.restore());

const BROKEN = "---\ntitle: [x\n---\nHello.\n";
const SLIP = "\nexport const slip = ((;\n";

/** Breaks a file of code by a slip of syntax; the preview has to say where, keep the last good page, and recover. */
async function survivesSlip(file: string): Promise<void> {
  await preview.shows("/essays/harbour/", "The harbour");
  preview.replace(file, "\n", SLIP);
  const { body } = await preview.showsTrouble("/essays/harbour/", `${file}:`, "ERROR:");
  assert.ok(body.includes("The harbour"), "the last good page is gone");
  assert.ok(!/node_modules|at async/.test(body), "a stack trace would not help");
  preview.replace(file, SLIP, "\n");
  await preview.shows("/essays/harbour/", "The harbour");
}

test("shows where front matter is broken, over the last good page, until it is mended", async () => {
  await preview.shows("/essays/harbour/", "The harbour was quiet.");
  preview.save(HARBOUR, BROKEN);
  const place = /2026-01-01-harbour\.md:\d+:\d+ error\[invalid-front-matter\]/;
  const { body } = await preview.until("/essays/harbour/", "the place", (answer) =>
    place.test(answer.body),
  );
  assert.ok(body.includes("The harbour was quiet."), "the last good page is gone");
  assert.match(preview.said(), place);
  const lantern = await preview.showsTrouble("/essays/lantern/", "invalid-front-matter");
  assert.ok(lantern.body.includes("The lantern was lit."));

  preview.save(HARBOUR, essay("The harbour is back."));
  await preview.shows("/essays/harbour/", "The harbour is back.");
  await preview.shows("/essays/lantern/", "The lantern was lit.");
});

test("shows all errors at once, and those that are left when one is mended", async () => {
  preview.save("content/essays/2026-01-08-a.md", BROKEN);
  preview.save("content/essays/2026-02-30-b.md", "Words.\n");
  await preview.showsTrouble("/", "2026-01-08-a.md:3:1", "2026-02-30-b.md:1:1", "invalid-date");
  preview.remove("content/essays/2026-01-08-a.md");
  const { body } = await preview.until(
    "/",
    "that one is mended",
    (answer) => !answer.body.includes("2026-01-08-a.md"),
  );
  assert.ok(body.includes("2026-02-30-b.md:1:1"));
  preview.rename("content/essays/2026-02-30-b.md", "content/essays/2026-02-28-b.md");
  await preview.shows("/essays/b/", "Words.");
});

test("shows the text of an error as text", async () => {
  preview.save("content/essays/2026-01-08-a.md", "---\ntags: {}\n<img src=x>: 1\n---\nHello.\n");
  const { body } = await preview.showsTrouble("/", "2026-01-08-a.md:2:7");
  assert.ok(!body.includes("<img src=x>"));
  preview.remove("content/essays/2026-01-08-a.md");
  await preview.shows("/", "Field notes");
});

test("shows what is wrong with the settings", async () => {
  preview.save(SETTINGS, `${settings("Field notes")}timeZone: Moon\n`);
  await preview.showsTrouble("/", "site.yaml:5:11", "invalid-settings");
  preview.save(SETTINGS, settings("Field notes"));
  await preview.shows("/", "Field notes");
});

test("shows a file that has no business in content/", async () => {
  preview.save("content/essays/notes.docx", "PK");
  await preview.showsTrouble("/", "essays/notes.docx:1:1", "unexpected-file");
  preview.remove("content/essays/notes.docx");
  await preview.shows("/", "Field notes");
});

test("shows the essay and the place where a layout throws", async () => {
  preview.save(LAYOUT, 'export const essay = () => {\n  throw new Error("no essay today");\n};\n');
  const { body } = await preview.showsTrouble("/essays/harbour/", "no essay today", "essay.ts:2");
  assert.match(body, /essays\/2026-[\w-]+\.md/, "which essay it failed on");
  assert.ok(body.includes("The harbour was quiet."), "the last good page is gone");
  assert.match(preview.said(), /no essay today/);
  preview.save(LAYOUT, layoutSaying("layout one"));
  await preview.shows("/essays/harbour/", "layout one");
});

test("survives a slip of syntax in a layout", () => survivesSlip("layouts/whole-essay.ts"));

for (const file of [
  "src/site/cards.ts",
  "src/build/build.ts",
  "src/diagnostics/pretty.ts",
  "src/eleventy/screen.ts",
  "src/eleventy/previewing.ts",
  "src/eleventy/configure.ts",
  "layouts/html.ts",
]) {
  test(`survives a slip of syntax in ${file}`, () => survivesSlip(file));
}

test("survives that a module is gone for a while", async () => {
  preview.rename("src/site/cards.ts", "src/site/cards.away");
  const { body } = await preview.showsTrouble("/essays/harbour/", "cards.ts");
  assert.ok(body.includes("The harbour was quiet."), "the last good page is gone");
  preview.rename("src/site/cards.away", "src/site/cards.ts");
  await preview.shows("/essays/harbour/", "The harbour was quiet.");
});

test("shows content and code that are broken at once, one after the other", async () => {
  preview.save(HARBOUR, BROKEN);
  preview.replace("src/site/cards.ts", "\n", SLIP);
  await preview.showsTrouble("/essays/harbour/", "src/site/cards.ts:", "ERROR:");
  preview.replace("src/site/cards.ts", SLIP, "\n");
  await preview.showsTrouble("/essays/harbour/", "invalid-front-matter");
  preview.save(HARBOUR, essay("The harbour after all."));
  await preview.shows("/essays/harbour/", "The harbour after all.");
});

test("shows an edit after all of that", async () => {
  preview.save(HARBOUR, essay("The harbour at last."));
  await preview.shows("/essays/harbour/", "The harbour at last.");
});

test("shows errors alone in the browser, whatever else is found", async () => {
  const warned = `# A plan\n\nIt is so.I mean it.\n`;
  preview.save("content/essays/2026-01-03-plan.md", warned);
  preview.save(HARBOUR, "---\ntitle: [x\n---\nHello.\n");
  const { body } = await preview.showsTrouble("/essays/lantern/", "invalid-front-matter");
  assert.ok(!body.includes("missing-space"), body);
  await preview.showsTrouble("/essays/plan", "invalid-front-matter");
});

test("is not put off by the links to nowhere that Emacs leaves beside open files", async () => {
  const link = join(preview.folder, "layouts/.#essay.ts");
  symlinkSync("ada@harbour.1234", link);
  preview.save(LAYOUT, layoutSaying("edited in Emacs"));
  await preview.shows("/essays/lantern/", "edited in Emacs");
  rmSync(link);
});

test("answers requests for what is no address, and lives on", async () => {
  for (const path of ["//", "/%zz/", "/%ff/", "//evil.example/%"]) {
    assert.equal((await preview.get(path)).status, 400, path);
  }
  await preview.shows("/essays/lantern/", "The lantern was lit.");
});

test("shows that the configuration is broken, and goes on when it is mended", async () => {
  const configuration = ".eleventy.js";
  const whole = readFileSync(join(preview.folder, configuration), "utf8");
  // Also while a build runs, when Eleventy would not load it anew.
  for (const pauseMs of [0, 25, 60, 400]) {
    preview.save(LANTERN, essay(`The lantern is lit ${pauseMs} ms before.`));
    await sleep(pauseMs);
    preview.save(configuration, `${whole}\n((`);
    await preview.showsTrouble("/essays/lantern/", "eleventy.js", "SyntaxError");
    preview.save(configuration, whole);
    preview.save(LANTERN, essay(`The lantern is mended after ${pauseMs} ms.`));
    await preview.shows("/essays/lantern/", `The lantern is mended after ${pauseMs} ms.`);
  }
});

test("shows that the configuration was broken while it was loaded anew for something else", async () => {
  const configuration = ".eleventy.js";
  const whole = readFileSync(join(preview.folder, configuration), "utf8");
  for (const pauseMs of [15, 20, 25, 30, 35, 45, 60]) {
    preview.save(LAYOUT, layoutSaying(`made ${pauseMs} ms before`));
    await sleep(pauseMs);
    preview.save(configuration, `${whole}\n((`);
    await preview.showsTrouble("/essays/lantern/", "eleventy.js", "SyntaxError");
    preview.save(configuration, whole);
    await preview.shows("/essays/lantern/", `made ${pauseMs} ms before`);
  }
});

test("goes on when .galley is deleted, with all that Galley remembers", async () => {
  await preview.shows("/essays/lantern/", "The lantern was lit.");
  // A build may be at its end still, and would put something there meanwhile.
  await sleep(1000);
  rmSync(join(preview.folder, ".galley"), { recursive: true, maxRetries: 20, retryDelay: 100 });
  preview.save(LANTERN, essay("The lantern remembers."));
  await preview.shows("/essays/lantern/", "The lantern remembers.");
  await preview.shows("/essays/harbour/", "The harbour was quiet.");
});
