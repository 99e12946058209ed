import type { Span } from "./span.ts";
import {
  APOSTROPHE,
  COMPLEX,
  FOLDED,
  foldWord,
  IGNORED,
  kindOf,
  kinds,
  MARK,
  SEPARATOR,
  SURROGATE,
  UNSPACED,
} from "./letters.ts";

/** The words of a text, as columns. Only the first `count` values of each column count. */
export interface Words {
  readonly count: number;
  /** 32 bits of the folded word: equal for all spellings that `foldWord` makes equal. */
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
const STRAIGHT_APOSTROPHE = 0x27;
/** English prose has a word every six characters; the columns grow where this is too few. */
const CHARACTERS_A_WORD = 5;

/**
 * Splits a text, or a span of it, into words: runs of letters, marks and digits with apostrophes inside;
 * in scripts without spaces every character is a word. Spans to `skip` (sorted, apart from each other)
 * hold no words, and the words on their two sides are neighbours.
 */
export function wordsOf(text: string, span?: Span, skip: readonly Span[] = []): Words {
  const limit = span?.end ?? text.length;
  let from = span?.start ?? 0;
  const columns = new Columns(text, limit - from);
  const units = unitsOf(text, from, limit);
  for (const hole of skip) {
    if (hole.end <= from) continue;
    if (hole.start >= limit) break;
    scan(text, units, from, hole.start, columns);
    from = hole.end;
  }
  scan(text, units, from, limit, columns);
  return columns.taken();
}

const ROW_BASE = 0x9e3779b1;

/** 32 bits of so many words in a row, the first of them at an index (Karp, Rabin 1987). */
export function rowHash({ hashes }: Words, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash, ROW_BASE) + hashes[i]!;
  return hash | 0;
}

/** How many words `wordsOf` would find. */
export const countWords = (text: string, span?: Span, skip?: readonly Span[]): number =>
  wordsOf(text, span, skip).count;

/** The UTF-16 code units of a part of a text; `charCodeAt` would ask how the string is stored for every character. */
interface Units {
  readonly units: Uint16Array;
  /** The offset of the first one. */
  readonly base: number;
}

/** Holds one text at a time. */
let room = Buffer.alloc(2 ** 16);

function unitsOf(text: string, from: number, limit: number): Units {
  const part = from === 0 && limit === text.length ? text : text.slice(from, limit);
  if (room.length < 2 * part.length) room = Buffer.alloc(2 * part.length);
  room.write(part, "utf16le");
  return { units: new Uint16Array(room.buffer, room.byteOffset, part.length), base: from };
}

/** Appends the words of `text` from `from` to `limit`. The hot loop of every build: no allocation. */
function scan(
  text: string,
  { units, base }: Units,
  from: number,
  limit: number,
  columns: Columns,
): void {
  // Local names: a constant of another module costs a load for every character.
  const known = kinds;
  const firstFolded = FOLDED;
  const separator = SEPARATOR;
  let start = -1;
  let end = from;
  let hash = HASH_SEED;
  let complex = false;

  for (let i = from; i < limit; i++) {
    const unit = units[i - base]!;
    let kind = known[unit] || kindOf(unit);

    if (kind >= firstFolded) {
      if (start < 0) {
        start = i;
        hash = HASH_SEED;
        complex = false;
      }
      // Most of a text are letters between letters.
      do {
        hash = Math.imul(hash ^ kind, HASH_PRIME);
        kind = ++i < limit ? known[units[i - base]!]! : separator;
      } while (kind >= firstFolded);
      end = i;
      if (kind === separator) {
        columns.push(start, end, hash, complex);
        start = -1;
        continue;
      }
      kind ||= kindOf(units[i - base]!);
      if (kind >= firstFolded) {
        i--;
        continue;
      }
    }
    if (kind === separator) {
      if (start >= 0) columns.push(start, end, hash, complex);
      start = -1;
      continue;
    }

    let next = i + 1;
    if (kind === SURROGATE) {
      const codePoint = text.codePointAt(i)!;
      kind = kindOf(codePoint);
      if (codePoint > 0xffff) next = i + 2;
    }
    if (kind === COMPLEX) {
      if (start < 0) start = i;
      complex = true;
      end = next;
    } else if (kind === MARK) {
      complex = true;
      end = next;
    } else if (kind === APOSTROPHE && start >= 0 && next < limit && isLetterAt(text, next)) {
      hash = Math.imul(hash ^ STRAIGHT_APOSTROPHE, HASH_PRIME);
    } else if (kind !== IGNORED) {
      if (start >= 0) columns.push(start, end, hash, complex);
      start = -1;
      if (kind === UNSPACED) {
        next = endOfMarks(text, next, limit);
        columns.push(i, next, HASH_SEED, true);
      }
    }
    i = next - 1;
  }
  if (start >= 0) columns.push(start, end, hash, complex);
}

function isLetterAt(text: string, offset: number): boolean {
  const kind = kindOf(text.codePointAt(offset)!);
  return kind >= FOLDED || kind === COMPLEX;
}

function endOfMarks(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && kindOf(text.charCodeAt(end)) === MARK) end++;
  return end;
}

class Columns {
  count = 0;
  hashes: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  readonly #text: string;

  constructor(text: string, length: number) {
    const capacity = Math.ceil(length / CHARACTERS_A_WORD) + 1;
    this.#text = text;
    [this.hashes, this.starts, this.ends] = chunks.lent(capacity);
  }

  taken(): Words {
    const { count } = this;
    const [hashes, starts, ends] = chunks.taken([this.hashes, this.starts, this.ends], count);
    return { count, hashes, starts, ends };
  }

  push(start: number, end: number, hash: number, complex: boolean): void {
    if (this.count === this.hashes.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.hashes[this.count++] = mixed(
      complex ? hashOfLetters(foldWord(this.#text.slice(start, end))) : hash,
    );
  }

  #grow(): void {
    const [hashes, starts, ends] = columns(this.count * 2);
    hashes.set(this.hashes);
    starts.set(this.starts);
    ends.set(this.ends);
    [this.hashes, this.starts, this.ends] = [hashes, starts, ends];
  }
}

type Three = readonly [Uint32Array, Uint32Array, Uint32Array];

function columns(capacity: number): Three {
  const buffer = new ArrayBuffer(3 * capacity * Uint32Array.BYTES_PER_ELEMENT);
  const column = (number: number): Uint32Array =>
    new Uint32Array(buffer, number * capacity * Uint32Array.BYTES_PER_ELEMENT, capacity);
  return [column(0), column(1), column(2)];
}

/** Words of one chunk: 768 KiB, some eighty essays. */
const CHUNK = 2 ** 16;
/** What takes a larger share of a chunk gets memory of its own. */
const LARGEST_SHARE = 1 / 8;

/**
 * Memory for columns, many texts to a chunk: what is outside of the heap is costly to get and to give back, however
 * small it is, and ten thousand texts would have the collector run all the time.
 */
class Chunks {
  #chunk: Three = columns(0);
  #used = 0;

  /** Columns of a capacity, until the next are lent. */
  lent(capacity: number): Three {
    if (capacity > CHUNK * LARGEST_SHARE) return columns(capacity);
    if (this.#used + capacity > this.#chunk[0].length) {
      this.#chunk = columns(CHUNK);
      this.#used = 0;
    }
    return part(this.#chunk, this.#used, this.#used + capacity);
  }

  /** The first values of columns that were lent, to be kept. */
  taken(lent: Three, count: number): Three {
    if (lent[0].buffer === this.#chunk[0].buffer) this.#used += count;
    return part(lent, 0, count);
  }
}

const part = ([a, b, c]: Three, start: number, end: number): Three => [
  a.subarray(start, end),
  b.subarray(start, end),
  c.subarray(start, end),
];

const chunks = new Chunks();

/** 32 bits of a word that is folded already (FNV-1a, Fowler, Noll, Vo). */
export function hashOfLetters(folded: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), HASH_PRIME);
  return hash >>> 0;
}

/** FNV-1a leaves its high bits weak on short words: the finish of MurmurHash3 spreads them. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
