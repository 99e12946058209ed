/** A set of the leading bits of grams: small enough to stay in a processor's cache. */
export interface Filter {
  readonly shift: number;
  readonly bits: Uint32Array;
}

/** Slots for each gram: one in sixty-four of others meets one by chance, and is then looked up. */
const SLOTS_A_GRAM = 64;

export function filterFor(grams: number): Filter {
  const leading = Math.max(5, Math.min(30, 32 - Math.clz32(Math.max(grams, 2) * SLOTS_A_GRAM)));
  return { shift: 32 - leading, bits: new Uint32Array(2 ** (leading - 5)) };
}

export function put({ shift, bits }: Filter, gram: number): void {
  const slot = gram >>> shift;
  bits[slot >>> 5]! |= 1 << (slot & 31);
}

export function mayHold({ shift, bits }: Filter, gram: number): boolean {
  const slot = gram >>> shift;
  return (bits[slot >>> 5]! & (1 << (slot & 31))) !== 0;
}
