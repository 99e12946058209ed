/** The fingerprints that stand at two places or more. */
export interface Shared {
  /** Ascending, each once. */
  readonly values: Uint32Array;
  /** Answers "surely not" at once for most other values. */
  readonly filter: Filter;
}

/** A set of the leading bits of values. */
interface Filter {
  readonly shift: number;
  readonly bits: Uint32Array;
}

/** Slots for each value: with sixteen, six values in a hundred meet another by chance. */
const SLOTS_A_VALUE = 16;

/**
 * Finds the fingerprints that occur twice or more, in one text or in several. A filter takes away most of
 * those that occur once, so that only a few are sorted.
 */
export function sharedOf(sketches: readonly Uint32Array[]): Shared {
  const total = sketches.reduce((sum, sketch) => sum + sketch.length, 0);
  const once = filterFor(total);
  const twice = filterFor(total);
  for (const sketch of sketches) {
    for (let i = 0; i < sketch.length; i++) {
      if (mayHold(once, sketch[i]!)) put(twice, sketch[i]!);
      else put(once, sketch[i]!);
    }
  }

  const candidates: number[] = [];
  for (const sketch of sketches) {
    for (let i = 0; i < sketch.length; i++) {
      if (mayHold(twice, sketch[i]!)) candidates.push(sketch[i]!);
    }
  }
  return { values: repeatedOf(Uint32Array.from(candidates).toSorted()), filter: twice };
}

/** The place of a fingerprint among the shared ones; -1 where it is not shared. */
export function rankOf({ values, filter }: Shared, value: number): number {
  if (!mayHold(filter, value)) return -1;
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = values[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Whether any fingerprint of a sketch is shared. */
export function sharesAny(shared: Shared, sketch: Uint32Array): boolean {
  for (let i = 0; i < sketch.length; i++) if (rankOf(shared, sketch[i]!) >= 0) return true;
  return false;
}

/** Whether no fingerprint of some sketches stands twice in them, or in any of the others: then they share no passage. */
export function standsAlone(
  sketches: readonly Uint32Array[],
  others: readonly Uint32Array[],
): boolean {
  const own = new Set<number>();
  for (const sketch of sketches) {
    for (const value of sketch) {
      if (own.has(value)) return false;
      own.add(value);
    }
  }
  const filter = filterFor(own.size);
  for (const value of own) put(filter, value);
  for (const sketch of others) {
    for (let i = 0; i < sketch.length; i++) {
      if (mayHold(filter, sketch[i]!) && own.has(sketch[i]!)) return false;
    }
  }
  return true;
}

function filterFor(values: number): Filter {
  const leading = Math.min(30, 32 - Math.clz32(Math.max(values, 2) * SLOTS_A_VALUE));
  return { shift: 32 - leading, bits: new Uint32Array(2 ** (leading - 5)) };
}

function put({ shift, bits }: Filter, value: number): void {
  const slot = value >>> shift;
  bits[slot >>> 5]! |= 1 << (slot & 31);
}

function mayHold({ shift, bits }: Filter, value: number): boolean {
  const slot = value >>> shift;
  return (bits[slot >>> 5]! & (1 << (slot & 31))) !== 0;
}

/** The values of a sorted list that stand in it more than once, each once. */
function repeatedOf(sorted: Uint32Array): Uint32Array {
  return sorted.filter((value, i) => value === sorted[i - 1] && value !== sorted[i - 2]);
}
