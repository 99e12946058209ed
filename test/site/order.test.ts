import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, inNavigation, newestFirst, oldestFirst } from "../../src/site/order.ts";
import { essaysIn } from "../support/written-site.ts";

const essay = (date: string): string =>
  date === "" ? "Words.\n" : `---\ndate: ${date}\n---\nWords.\n`;
const essays = essaysIn({
  "essays/c.md": essay("2024-01-02"),
  "essays/undated-b.md": essay(""),
  "essays/a.md": essay("2024-01-02"),
  "essays/evening.md": essay("2024-01-02 20:15"),
  "essays/b.md": essay("2023-12-31"),
  "essays/undated-a.md": essay(""),
  "essays/night.md": essay("2024-01-01T23:30-02:00"),
});
const slugs = (found: typeof essays): readonly string[] => found.map(({ slug }) => slug);

test("the oldest come first, by the day, the time in the site's zone, then the file", () => {
  const oldest = ["b", "a", "c", "night", "evening", "undated-a", "undated-b"];
  assert.deepEqual(slugs(oldestFirst(essays)), oldest);
});

test("the newest come first, and undated ones last", () => {
  const newest = ["evening", "night", "c", "a", "b", "undated-a", "undated-b"];
  assert.deepEqual(slugs(newestFirst(essays)), newest);
});

test("the order in which essays are given makes no difference", () => {
  const reversed = essays.toReversed();
  assert.deepEqual(newestFirst(reversed), newestFirst(essays));
  assert.deepEqual(oldestFirst(reversed), oldestFirst(essays));
});

test("pages stand in the navigation by their order, then by title, then by file", () => {
  const page = (title: string, order?: number): string =>
    `---\ntitle: ${title}\n${order === undefined ? "" : `order: ${order}\n`}---\nWords.\n`;
  const pages = essaysIn({
    "pages/z.md": page("About"),
    "pages/y.md": page("Zebra", -1),
    "pages/x.md": page("About"),
    "pages/w.md": page("Aardvark", 10),
    "pages/v.md": page("Now", 2),
    "pages/u.md": page("Later", 2.5),
  });
  assert.deepEqual(slugs(inNavigation(pages)), ["y", "x", "z", "v", "u", "w"]);
});

test("compares by code unit, not as any language would", () => {
  assert.deepEqual(["ä", "a", "Z", "z", "é", "10", "9"].toSorted(compare), [
    "10",
    "9",
    "Z",
    "a",
    "z",
    "ä",
    "é",
  ]);
});
