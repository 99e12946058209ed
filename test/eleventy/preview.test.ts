import assert from "node:assert/strict";
import { after, test } from "node:test";
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

test("shows an edit of an essay", async () => {
  await preview.shows("/essays/harbour/", "The harbour was quiet.");
  preview.save(HARBOUR, essay("The harbour was loud."));
  await preview.shows("/essays/harbour/", "The harbour was loud.");
});

test("shows an essay that is new, in its page, in lists and in the feed", async () => {
  preview.save("content/essays/2026-01-03-meadow.txt", "The meadow was green.\n");
  await preview.shows("/essays/meadow/", "The meadow was green.");
  await preview.shows("/", "/essays/meadow/");
  await preview.shows("/feed.xml", "/essays/meadow/");
});

test("takes an essay that is deleted off the site, from everywhere", async () => {
  preview.remove("content/essays/2026-01-03-meadow.txt");
  await preview.lacks("/essays/meadow/");
  const { body } = await preview.get("/");
  assert.ok(!body.includes("/essays/meadow/"));
});

test("shows an essay at its new address after a rename, and nothing at the old one", async () => {
  preview.rename(LANTERN, "content/essays/2026-01-02-candle.md");
  await preview.shows("/essays/candle/", "The lantern was lit.");
  await preview.lacks("/essays/lantern/");
  preview.rename("content/essays/2026-01-02-candle.md", LANTERN);
  await preview.shows("/essays/lantern/", "The lantern was lit.");
  await preview.lacks("/essays/candle/");
});

test("shows the essays of a new folder, and their absence after it was removed", async () => {
  preview.save("content/essays/trip/2026-01-04-north.md", essay("Further north."));
  preview.save("content/essays/trip/by/train/2026-01-05-south.md", essay("Back south."));
  await preview.shows("/essays/north/", "Further north.");
  await preview.shows("/essays/south/", "Back south.");
  preview.remove("content/essays/trip");
  await preview.lacks("/essays/north/");
  await preview.lacks("/essays/south/");
});

test("shows an essay that moves with its folder", async () => {
  preview.save("content/essays/drawer/2026-01-04-north.md", essay("Further north."));
  await preview.shows("/essays/north/", "Further north.");
  preview.rename("content/essays/drawer", "content/essays/shelf");
  preview.save("content/essays/shelf/2026-01-04-north.md", essay("North by a shelf."));
  await preview.shows("/essays/north/", "North by a shelf.");
  preview.remove("content/essays/shelf");
  await preview.lacks("/essays/north/");
});

test("shows an essay that an editor saved by way of a draft and a rename", async () => {
  preview.save("content/essays/.harbour.md.swp", essay("The harbour by rename."));
  preview.rename("content/essays/.harbour.md.swp", HARBOUR);
  await preview.shows("/essays/harbour/", "The harbour by rename.");
});

test("shows new settings", async () => {
  preview.save(SETTINGS, settings("Meadow notes"));
  await preview.shows("/", "Meadow notes");
  await preview.shows("/essays/harbour/", "Meadow notes");
});

test("shows a new layout, and a part of one", async () => {
  await preview.shows("/essays/harbour/", "layout one");
  preview.save(LAYOUT, layoutSaying("layout two"));
  await preview.shows("/essays/harbour/", "layout two");
  preview.replace("layouts/parts/page.ts", "<!doctype html>", "<!doctype html><!-- by hand -->");
  await preview.shows("/essays/lantern/", "<!-- by hand -->");
  preview.replace("layouts/parts/page.ts", "<!-- by hand -->", "");
  await preview.until("/", "its old start", ({ body }) => !body.includes("<!-- by hand -->"));
});

test("shows new code of src", async () => {
  preview.replace("src/eleventy/render.ts", "return String(", 'return "<!-- src -->" + String(');
  await preview.shows("/essays/harbour/", "<!-- src -->");
  preview.replace("src/eleventy/render.ts", '"<!-- src -->" + ', "");
  await preview.until("/", "its old start", ({ body }) => !body.includes("<!-- src -->"));
});

test("shows a file of public/ that is new, changed and gone", async () => {
  preview.save("public/fonts/note.txt", "one");
  await preview.shows("/fonts/note.txt", "one");
  preview.save("public/fonts/note.txt", "two");
  await preview.shows("/fonts/note.txt", "two");
  preview.remove("public/fonts/note.txt");
  await preview.lacks("/fonts/note.txt");
});

test("shows an essay edited after all of that", async () => {
  preview.save(HARBOUR, essay("The harbour at last."));
  await preview.shows("/essays/harbour/", "The harbour at last.");
});

test("does not build while nothing is edited", async () => {
  const builds = (): number => preview.said().split(" pages in ").length;
  let before = -1;
  while (before !== builds()) {
    before = builds();
    await sleep(1500);
  }
  await sleep(1500);
  assert.equal(builds(), before);
});
