import assert from "node:assert/strict";
import { test } from "node:test";
import type { Score } from "../../bench/contest.ts";
import type { Step } from "../../bench/contestant.ts";
import { grouped, median, spread } from "../../bench/numbers.ts";
import { BUILD_HELP, parseBuildOptions } from "../../bench/options.ts";
import { ratios, scoreTable } from "../../bench/report.ts";
import { UsageError } from "../../bench/usage.ts";

/** A contestant that took these seconds for each step, in lap after lap, and 100 MiB. */
function score(name: string, laps: readonly Partial<Record<Step, number>>[]): Score {
  const steps = Object.keys(laps[0] ?? {}) as Step[];
  const corpus = { folder: "", count: 0, newest: { slug: "", text: "" } };
  return {
    contestant: {
      name,
      corpus,
      steps,
      forget: async () => {},
      build: () => ({ program: "", args: [], cwd: "" }),
    },
    laps: laps.map((lap) => ({
      samples: new Map(
        steps.map((step) => [
          step,
          { seconds: lap[step] ?? 0, usage: { cpuSeconds: 1, peakMiB: 100 } },
        ]),
      ),
      written: { files: 1, bytes: 1 },
    })),
  };
}

test("the median is the middle value, or lies between the middle two", () => {
  assert.equal(median([9, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 9]), 3);
  assert.equal(spread([1, 2, 9]), "2.00 (1.00–9.00)");
});

test("thousands are grouped in any locale", () => {
  assert.deepEqual([7, 999, 1000, 1234567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
});

test("ratios are of medians, for the steps that both took", () => {
  const galley = score("Galley", [
    { "clean build": 1, "nothing changed": 0.5 },
    { "clean build": 3, "nothing changed": 0.5 },
    { "clean build": 30, "nothing changed": 0.5 },
  ]);
  const hugo = score("Hugo", [{ "clean build": 4 }, { "clean build": 4 }, { "clean build": 1 }]);
  assert.deepEqual(ratios(galley, hugo), [
    "Galley / Hugo, clean build: wall time 0.75, peak memory 1.00",
  ]);
});

test("the table has a line for each contestant and step", () => {
  const galley = score("Galley", [{ "clean build": 1, "nothing changed": 0.5 }]);
  assert.equal(
    scoreTable([galley]),
    [
      "                         wall s: median (min–max)  CPU s  peak MiB",
      "Galley  clean build              1.00 (1.00–1.00)    1.0       100",
      "Galley  nothing changed          0.50 (0.50–0.50)    1.0       100",
    ].join("\n"),
  );
});

test("options have defaults, and what is not an option is refused with the usage", () => {
  assert.deepEqual(parseBuildOptions([]), {
    essays: 10_000,
    runs: 5,
    scale: false,
    extras: { search: false, share: false, images: false },
    keep: false,
  });
  const flags = ["--essays", "50", "--runs=2", "--scale", "--search", "--share", "--images"];
  assert.deepEqual(parseBuildOptions(flags), {
    essays: 50,
    runs: 2,
    scale: true,
    extras: { search: true, share: true, images: true },
    keep: false,
  });
  assert.equal(parseBuildOptions(["--essays=3", "--help"]), "help");
  for (const args of [["--essays=0"], ["--runs=x"], ["--essay=5"], ["more"], ["--tmp=/no/such"]]) {
    assert.throws(
      () => parseBuildOptions(args),
      (error) => error instanceof UsageError && error.usage === BUILD_HELP,
    );
  }
});
