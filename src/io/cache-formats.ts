/** How a cache writes down its values. Values are written one after another, so that one more is appended. */
export interface Format<T> {
  bytesOf(key: string, value: T): Buffer;
  /**
   * The values in bytes that begin at a multiple of 4, by their keys: each is decoded when it is asked for, and
   * undefined where it is none. Undefined where the last one is unfinished, which would swallow what is appended to it.
   */
  valuesIn(bytes: Buffer): Map<string, () => T | undefined> | undefined;
}

const LF = 10;
const TAB = 9;

/** A line of JSON for each value, behind its key. */
export const lines = <T>(): Format<T> => ({
  bytesOf: (key, value) => Buffer.from(`${key}\t${JSON.stringify(value)}\n`),
  valuesIn(bytes) {
    const values = new Map<string, () => T | undefined>();
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      const tab = bytes.indexOf(TAB, start);
      if (tab !== -1 && tab < end) {
        const line = bytes.subarray(tab + 1, end);
        values.set(bytes.toString("latin1", start, tab), () => parsed(line) as T | undefined);
      }
      start = end + 1;
    }
    return start === bytes.length ? values : undefined;
  },
});

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

const WORD = Uint32Array.BYTES_PER_ELEMENT;

/**
 * 32-bit numbers as they lie in memory: they are used where they were read, which takes a tenth of the time that
 * decoding ten thousand texts' sketches does. Each record is the key's length in bytes, how many numbers there are, the key, filled up
 * to a multiple of 4, the numbers, and the bits of their count turned over, which nothing unfinished ends with.
 */
export const NUMBERS: Format<Uint32Array> = {
  bytesOf(key, value) {
    const name = Buffer.from(key);
    const columns = [
      Uint32Array.of(name.length, value.length),
      name,
      new Uint8Array(roundedUp(name.length) - name.length),
      value,
      Uint32Array.of(~value.length),
    ];
    return Buffer.concat(
      columns.map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer, byteOffset, byteLength),
      ),
    );
  },
  valuesIn(bytes) {
    if (bytes.length % WORD !== 0) return undefined;
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / WORD);
    const values = new Map<string, () => Uint32Array>();
    for (let at = 0; at < words.length;) {
      const [nameLength, count] = [words[at]!, words[at + 1]!];
      const first = at + 2 + roundedUp(nameLength) / WORD;
      const end = first + count;
      if (words[end] !== ~count >>> 0) return undefined;
      const numbers = words.subarray(first, end);
      values.set(
        bytes.toString("utf8", (at + 2) * WORD, (at + 2) * WORD + nameLength),
        () => numbers,
      );
      at = end + 1;
    }
    return values;
  },
};

const roundedUp = (bytes: number): number => Math.ceil(bytes / WORD) * WORD;
