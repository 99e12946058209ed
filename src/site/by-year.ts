/** Things of one year; of those without a day, "undated". */
export type Year<T> = readonly [year: string, things: readonly T[]];

/** Groups things by the year of their day, `YYYY-MM-DD`. Years and things stay in the order in which they come. */
export function byYear<T>(
  things: readonly T[],
  dayOf: (thing: T) => string | undefined,
): readonly Year<T>[] {
  const years = new Map<string, T[]>();
  for (const thing of things) {
    const year = dayOf(thing)?.slice(0, 4) ?? "undated";
    const known = years.get(year);
    if (known) known.push(thing);
    else years.set(year, [thing]);
  }
  return [...years];
}
