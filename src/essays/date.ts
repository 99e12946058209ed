import { IANAZone } from "luxon";
import { MONTHS } from "../text/months.ts";
import type { EssayDate } from "./essay.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/;
/** Earlier years are slips; four digits sort as text up to 9999. */
const FIRST_YEAR = 1000;
/** Kiribati is 14 hours ahead of UTC, nobody further. */
const LARGEST_OFFSET = 14 * 60;

/**
 * Reads `YYYY-MM-DD`, or with `HH:mm` behind a space or `T`, and then an optional offset (`Z`, `+01:00`,
 * `+0100`). Without offset the time is the zone's; a time that comes twice when clocks go back is the first.
 * A problem continues "`2026-02-30` …".
 */
export function readDate(text: string, zone: string): EssayDate | { readonly problem: string } {
  const parts = WRITTEN.exec(text);
  if (parts === null) return { problem: problemOfForm(text) };
  const [, year, month, day, hour, minute, offset] = parts;
  const problem = problemOfDay(Number(year), Number(month), Number(day));
  if (problem !== undefined) return { problem };

  const written = `${year}-${month}-${day}`;
  if (hour === undefined) return { day: written };
  if (Number(hour) > 23 || Number(minute) > 59)
    return { problem: "has a time that no clock shows" };

  const local = Date.parse(`${written}T${hour}:${minute}Z`);
  if (offset === undefined) {
    const at = instantOfLocal(local, zone);
    return at === undefined
      ? { problem: `is skipped in ${zone}, where clocks are put forward then` }
      : { day: written, minute: `${hour}:${minute}`, at: iso(at) };
  }
  const minutes = minutesOf(offset);
  if (minutes === undefined) return { problem: "has an offset that no place on earth has" };
  const at = local - minutes * MINUTE;
  const there = new Date(at + offsetAt(at, zone)).toISOString();
  if (there.startsWith("+")) return { problem: "is after the year 9999 in the site's time zone" };
  return { day: there.slice(0, 10), minute: there.slice(11, 16), at: iso(at) };
}

function problemOfForm(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:/.test(text)) {
    return "has seconds; a time is written `HH:mm`";
  }
  return "is no date: dates are written `2026-02-24`, or `2026-02-24 09:30` and then maybe `+01:00`";
}

function problemOfDay(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_YEAR) return `is before the year ${FIRST_YEAR}`;
  if (month < 1 || month > 12) return "has a month that is not 01 to 12";
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return undefined;
  return `is no day: ${MONTHS[month - 1]} ${year} has ${days} days`;
}

function minutesOf(offset: string): number | undefined {
  if (offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = hours * 60 + Number(offset.slice(-2));
  if (Number(offset.slice(-2)) > 59 || minutes > LARGEST_OFFSET) return undefined;
  return offset.startsWith("-") ? -minutes : minutes;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (at: number, zone: string): number => IANAZone.create(zone).offset(at) * MINUTE;

/**
 * The first instant at which clocks of the zone show a local time (given as if it were UTC); undefined
 * where they skip it. Not luxon's own conversion, which guesses from the offset of today.
 */
function instantOfLocal(local: number, zone: string): number | undefined {
  const candidates = [offsetAt(local - DAY, zone), offsetAt(local + DAY, zone)].map(
    (offset) => local - offset,
  );
  const instants = candidates.filter((at) => at + offsetAt(at, zone) === local);
  return instants.length === 0 ? undefined : Math.min(...instants);
}

const starts = new Map<string, string>();

/** The moment of a date as ISO 8601 in UTC: of a day, the first of it in the zone. */
export function instantOf({ day, at }: EssayDate, zone: string): string {
  if (at !== undefined) return at;
  const key = `${day} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const local = Date.parse(`${day}T00:00Z`);
  // Where clocks skip midnight, the day starts as the earlier offset ends.
  const start = instantOfLocal(local, zone) ?? local - offsetAt(local - DAY, zone);
  starts.set(key, iso(start));
  return iso(start);
}

const iso = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
