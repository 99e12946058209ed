import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf, readDate } from "../../src/essays/date.ts";

const ZONES = [
  "UTC",
  "Pacific/Auckland",
  "Pacific/Honolulu",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
];

test("reads a day as the same day in every zone", () => {
  for (const zone of ZONES) assert.deepEqual(readDate("2026-02-24", zone), { day: "2026-02-24" });
});

test("takes a time for the zone's, and with an offset for what it says", () => {
  const read = readDate("2026-02-24 23:30", "Pacific/Auckland");
  assert.deepEqual(read, { day: "2026-02-24", minute: "23:30", at: "2026-02-24T10:30:00Z" });
  for (const written of ["2026-02-24T23:30Z", "2026-02-24 23:30+00:00", "2026-02-24 18:30 -0500"]) {
    assert.deepEqual(readDate(written, "Pacific/Auckland"), {
      day: "2026-02-25",
      minute: "12:30",
      at: "2026-02-24T23:30:00Z",
    });
  }
});

test("refuses days that no calendar has, and says why", () => {
  const wrong = {
    "2026-02-30": /February 2026 has 28 days/,
    "2025-02-29": /February 2025 has 28 days/,
    "1900-02-29": /28 days/,
    "2026-04-31": /April 2026 has 30 days/,
    "2026-00-10": /month/,
    "2026-13-01": /month/,
    "2026-01-00": /31 days/,
    "0026-02-24": /before the year/,
  };
  for (const [written, why] of Object.entries(wrong)) {
    const read = readDate(written, "UTC");
    assert.match("problem" in read ? read.problem : "", why, written);
  }
  assert.deepEqual(readDate("2024-02-29", "UTC"), { day: "2024-02-29" });
  assert.deepEqual(readDate("2000-02-29", "UTC"), { day: "2000-02-29" });
});

test("refuses whatever is not written as a date", () => {
  const wrong = [
    ...[
      "",
      "today",
      "24.2.2026",
      "2026-2-4",
      "2026-02",
      "20260224",
      "2026-02-24 ",
      "2026-02-24 9:30",
    ],
    ...["2026-02-24 24:00", "2026-02-24 12:60", "2026-02-24 12:00:00", "2026-02-24T12:00+25:00"],
    ...[
      "2026-02-24 12:00 PST",
      "2026-02-24 12:00+01",
      "２０２６-02-24",
      "2026-02-24\n",
      "12026-02-24",
    ],
    ...["2026-02-24 12:00 +14:30", "9999-12-31 23:00-05:00"],
  ];
  for (const written of wrong) assert.ok("problem" in readDate(written, "UTC"), written);
});

test("refuses a time that the clocks skip, and takes the first of a time that comes twice", () => {
  assert.ok("problem" in readDate("2026-03-29 01:30", "Europe/Lisbon"));
  assert.deepEqual(readDate("2026-10-25 01:30", "Europe/Lisbon"), {
    day: "2026-10-25",
    minute: "01:30",
    at: "2026-10-25T00:30:00Z",
  });
  assert.deepEqual(readDate("2026-10-25 01:30+00:00", "Europe/Lisbon"), {
    day: "2026-10-25",
    minute: "01:30",
    at: "2026-10-25T01:30:00Z",
  });
});

test("knows when a day begins in the zone, also where clocks skip midnight", () => {
  const begins = (zone: string) => instantOf({ day: "2018-11-04" }, zone);
  assert.equal(begins("UTC"), "2018-11-04T00:00:00Z");
  assert.equal(begins("Pacific/Auckland"), "2018-11-03T11:00:00Z");
  assert.equal(begins("Pacific/Honolulu"), "2018-11-04T10:00:00Z");
  assert.equal(begins("America/Sao_Paulo"), "2018-11-04T03:00:00Z");
  assert.equal(
    instantOf({ day: "2026-01-01", at: "2026-01-01T09:00:00Z" }, "UTC"),
    "2026-01-01T09:00:00Z",
  );
});
