/**
 * Lets the builds of a process run one after the other. Eleventy forgets that one is running when it loads its
 * configuration anew, and so do the modules: the turn is kept by the process.
 */
const KEY = Symbol.for("galley.turn");
const shared = globalThis as { [KEY]?: Promise<void> };

/** Waits for the turn; answers what passes it on. */
export async function takeTurn(): Promise<() => void> {
  const before = shared[KEY];
  let pass = (): void => {};
  shared[KEY] = new Promise((resolve) => (pass = resolve));
  await before;
  return pass;
}
