import { processWide } from "./process-wide.ts";

/**
 * Lets the builds of a process run one after the other. Eleventy forgets that one is running when it loads its
 * configuration anew, and so do the modules: the turn is kept by the process.
 */
const turn = processWide("turn", () => ({ last: Promise.resolve() }));

/** Waits for the turn; answers what passes it on. */
export async function takeTurn(): Promise<() => void> {
  const before = turn.last;
  let pass = (): void => {};
  turn.last = new Promise((resolve) => (pass = resolve));
  await before;
  return pass;
}
