import { MONTHS } from "./months.ts";

/**
 * A day as people read it: "24 February 2026" where the site is English, else the ISO day, which every
 * language shares. `Intl` knows all languages, but not the same ones on every machine.
 */
export function dayText(day: string, language: string): string {
  if (!/^en\b/i.test(language)) return day;
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}
