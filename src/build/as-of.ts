import { DateTime } from "luxon";
import { Refusal } from "../io/refusal.ts";

/**
 * The day that a build counts as today, in the site's zone: as given, else of `SOURCE_DATE_EPOCH` (seconds, see
 * reproducible-builds.org), else of the clock. Essays of later days are held back.
 */
export function asOfDay(given: string | undefined, zone: string): string {
  if (given !== undefined) return given;
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const moment = epoch
    ? DateTime.fromSeconds(secondsIn(epoch), { zone })
    : DateTime.now().setZone(zone);
  return moment.toISODate()!;
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;

function secondsIn(text: string): number {
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw new Refusal(`SOURCE_DATE_EPOCH is to be a number of seconds, not "${text}".`);
}
