import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText } from "../../src/text/day.ts";

test("writes days in words on English sites", () => {
  assert.equal(dayText("2026-02-24", "en"), "24 February 2026");
  assert.equal(dayText("2025-12-01", "en-GB"), "1 December 2025");
});

test("writes days as ISO days on sites in other languages", () => {
  assert.equal(dayText("2026-02-24", "pt"), "2026-02-24");
  assert.equal(dayText("2026-02-24", "enm"), "2026-02-24");
});
