import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { asOfDay, isDay } from "../../src/build/as-of.ts";
import { Refusal } from "../../src/io/refusal.ts";

const { SOURCE_DATE_EPOCH: before } = process.env;
afterEach(() => epoch(before));

function epoch(seconds: string | undefined): void {
  if (seconds === undefined) delete process.env["SOURCE_DATE_EPOCH"];
  else process.env["SOURCE_DATE_EPOCH"] = seconds;
}

test("the day that is given counts, whatever else is known", () => {
  epoch("0");
  assert.equal(asOfDay("2026-02-24", "Pacific/Auckland"), "2026-02-24");
});

test("else SOURCE_DATE_EPOCH counts, in the site's zone", () => {
  epoch(String(Date.UTC(2026, 1, 24, 12) / 1000));
  assert.equal(asOfDay(undefined, "UTC"), "2026-02-24");
  assert.equal(asOfDay(undefined, "Pacific/Auckland"), "2026-02-25");
  assert.equal(asOfDay(undefined, "Pacific/Honolulu"), "2026-02-24");
  epoch(String(Date.UTC(2026, 1, 24, 0, 30) / 1000));
  assert.equal(asOfDay(undefined, "Pacific/Honolulu"), "2026-02-23");
  epoch("0");
  assert.equal(asOfDay(undefined, "UTC"), "1970-01-01");
});

test("else the clock counts, in the site's zone", () => {
  epoch(undefined);
  const days = ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"].map((zone) =>
    asOfDay(undefined, zone),
  );
  for (const day of days) assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(days[0]! > days[2]!, "one zone is 25 hours ahead of the other");
  assert.ok(days[0]! >= days[1]! && days[1]! >= days[2]!);
});

test("an empty SOURCE_DATE_EPOCH is none", () => {
  epoch("");
  assert.match(asOfDay(undefined, "UTC"), /^2\d{3}-/);
});

test("refuses a SOURCE_DATE_EPOCH that is no number of seconds", () => {
  for (const wrong of ["yesterday", "-1", "1e9", "12.5", " 1", "2026-02-24", "9".repeat(12)]) {
    epoch(wrong);
    assert.throws(() => asOfDay(undefined, "UTC"), Refusal, wrong);
  }
});

test("takes days that exist, as YYYY-MM-DD", () => {
  for (const day of ["2026-02-24", "2024-02-29", "1999-12-31"]) assert.ok(isDay(day), day);
  const none = [
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-2-3",
    "26-02-24",
    "20260224",
    "",
    "today",
  ];
  for (const day of [...none, "2026-02-24T00:00", " 2026-02-24"]) assert.ok(!isDay(day), day);
});
