/** The step of a Weyl sequence: 2³² over the golden ratio, made odd, so that all 2³² states are visited. */
const STEP = 0x9e3779b9;

/**
 * A seeded source of numbers in [0, 1), the same on every machine. Not for secrets.
 * Method: a Weyl sequence through the finalizer of MurmurHash3 (Appleby); its period is 2³².
 */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + STEP) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    mixed ^= mixed >>> 16;
    return (mixed >>> 0) / 2 ** 32;
  };
}
