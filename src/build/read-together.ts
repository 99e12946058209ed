import type { Source } from "../essays/essay.ts";
import type { Counting } from "../io/counting.ts";
import { startThread } from "../io/thread.ts";
import type { Settings } from "../settings/settings.ts";
import { readText, type FreshReading } from "./read-text.ts";

/** Texts are taken by the handful: whoever is done takes the next, so that both threads end together. */
const HANDFUL = 50;

/** What both threads take their texts from. */
export interface Work {
  readonly sources: readonly Source[];
  readonly settings: Settings;
  /** How many texts are taken; shared memory, counted up atomically. */
  readonly taken: Int32Array;
}

/** Some of the readings, and the place of the first. */
export interface Part {
  readonly from: number;
  readonly readings: readonly FreshReading[];
}

/** Takes texts and reads them, until there are none left. */
export function* partsOf({ sources, settings, taken }: Work): Generator<Part> {
  for (;;) {
    const from = Atomics.add(taken, 0, HANDFUL);
    if (from >= sources.length) return;
    const handful = sources.slice(from, from + HANDFUL);
    yield { from, readings: handful.map((source) => readText(source, settings)) };
  }
}

/** Reads texts in two threads; the readings come in the order of the texts. */
export async function readTogether(
  sources: readonly Source[],
  settings: Settings,
  counting?: Counting,
): Promise<readonly FreshReading[]> {
  const work = { sources, settings, taken: new Int32Array(new SharedArrayBuffer(4)) };
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
    const taken = Math.min(Atomics.load(work.taken, 0), sources.length);
    counting?.advance(taken - told);
    told = taken;
  }
  thread.ref();
  await others;
  counting?.end();
  return readings;
}
