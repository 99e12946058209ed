import type { Source } from "../essays/essay.ts";
import type { Counting } from "../io/counting.ts";
import { handfuls, poolOf, takenOf, type Pool } from "../io/handfuls.ts";
import { startThread } from "../io/thread.ts";
import type { Settings } from "../settings/settings.ts";
import { readText, type FreshReading } from "./read-text.ts";

/** Texts that a thread takes at a time. */
const HANDFUL = 50;

/** What both threads take their texts from. */
export interface Work {
  readonly sources: readonly Source[];
  readonly settings: Settings;
  readonly pool: Pool;
}

/** Some of the readings, and the place of the first. */
export interface Part {
  readonly from: number;
  readonly readings: readonly FreshReading[];
}

/** Takes texts and reads them, until there are none left. */
export function* partsOf({ sources, settings, pool }: Work): Generator<Part> {
  for (const [from, end] of handfuls(pool, HANDFUL)) {
    yield { from, readings: sources.slice(from, end).map((source) => readText(source, settings)) };
  }
}

/** Reads texts in two threads; the readings come in the order of the texts. */
export async function readTogether(
  sources: readonly Source[],
  settings: Settings,
  counting?: Counting,
): Promise<readonly FreshReading[]> {
  const work = { sources, settings, pool: poolOf(sources.length) };
  const thread = startThread("src/build/reading-thread.ts", { work });
  const readings: FreshReading[] = [];
  const keep = ({ from, readings: some }: Part): void => {
    some.forEach((reading, i) => (readings[from + i] = reading));
  };

  const others = new Promise<void>((resolve, reject) => {
    thread
      .on("message", keep)
      .on("error", reject)
      .on("exit", () => resolve());
  });
  counting?.expect(sources.length);
  let told = 0;
  for (const part of partsOf(work)) {
    keep(part);
    const taken = takenOf(work.pool);
    counting?.advance(taken - told);
    told = taken;
  }
  thread.ref();
  await others;
  counting?.end();
  return readings;
}
