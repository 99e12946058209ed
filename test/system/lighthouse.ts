import lighthouse from "lighthouse";
import { browserFor } from "../support/chromium.ts";
import type { Scope } from "../support/folders.ts";
import { freePort } from "../support/ports.ts";

/** Lighthouse's marks for a page, each out of 100, with what took marks off. */
export interface Verdict {
  readonly marks: Readonly<Record<string, number>>;
  /** Cumulative layout shift: how much of the window moved while the page was loaded, without a unit. */
  readonly layoutShift: number;
  /** The audits that a mark counts and that the page did not pass in full. */
  readonly complaints: readonly string[];
}

export type Judge = (url: string) => Promise<Verdict>;

/**
 * Lighthouse as it judges by itself: a telephone in a slow network, both simulated. It goes by what it sees the page
 * ask for and compute, so that the speed of the machine counts little.
 */
export async function lighthouseFor(scope: Scope): Promise<Judge> {
  const port = await freePort();
  await browserFor(scope, port);
  return async (url) => {
    const result = await lighthouse(url, {
      port,
      formFactor: "mobile",
      throttlingMethod: "simulate",
      logLevel: "silent",
    });
    if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
    return verdictOf(result.lhr);
  };
}

/** How often a page is judged at most. */
const ATTEMPTS = 5;

/**
 * A verdict on a page that is not the machine's. Chance makes a page slower, never quicker, so one that lacks nothing
 * but speed is judged again; where it is slow each time, that is its own fault.
 */
export async function fairVerdict(judge: Judge, url: string): Promise<Verdict> {
  let verdict = await judge(url);
  for (let attempt = 1; attempt < ATTEMPTS && lacksOnlySpeed(verdict); attempt++) {
    verdict = await judge(url);
  }
  return verdict;
}

const SPEED = "performance";

const lacksOnlySpeed = ({ marks, layoutShift }: Verdict): boolean =>
  layoutShift === 0 &&
  Object.entries(marks).every(([name, mark]) => (name === SPEED ? mark < 100 : mark === 100));

type Lhr = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

function verdictOf({ categories, audits, runtimeError }: Lhr): Verdict {
  if (runtimeError) throw new Error(runtimeError.message);
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]!),
  );
  return {
    marks: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    ),
    layoutShift: audits["cumulative-layout-shift"]!.numericValue!,
    complaints: counted
      .filter(({ score }) => score !== null && score < 1)
      .map(({ title, displayValue = "" }) => `${title} ${displayValue}`.trim()),
  };
}
