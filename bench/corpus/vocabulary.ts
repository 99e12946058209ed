/** What an essayist uses in some hundred essays; the rare half of it stands in few of them. */
const WORDS = 12_000;

/** In prose a word is about as frequent as 1 / (rank + 2.7) (Zipf's law as Mandelbrot mended it, 1953). */
const MANDELBROT_SHIFT = 2.7;

/** Frequent words are short: how many syllables the words up to a rank have. */
const SYLLABLES_BY_RANK = [
  { upTo: 60, syllables: 1 },
  { upTo: 2_500, syllables: 2 },
  { upTo: WORDS, syllables: 3 },
] as const;

const ONSETS = "b d f g h k l m n p r s t v w br dr gl kr pl sh st th tr".split(" ");
const VOWELS = "a e i o u ai ea ou".split(" ");
/** A third of the words end with a vowel. */
const CODAS = ["", "", "", "", ..."l m n r s nd rt st".split(" ")];

/** Draws invented words as often as a language would use them. */
export interface Vocabulary {
  word(): string;
}

/**
 * An invented language of so many words; the same random numbers give the same one.
 *
 * @param shift how even the most frequent words are among each other
 */
export function vocabulary(
  random: () => number,
  size = WORDS,
  shift = MANDELBROT_SHIFT,
): Vocabulary {
  const words = inventWords(random, size);
  const shares = cumulativeShares(words.length, shift);
  return { word: () => words[firstAtLeast(shares, random())] ?? "" };
}

/** Distinct words, most frequent first. */
function inventWords(random: () => number, size: number): string[] {
  const words = new Set<string>();
  for (const { upTo, syllables } of SYLLABLES_BY_RANK) {
    while (words.size < Math.min(upTo, size)) words.add(inventWord(syllables, random));
  }
  return [...words];
}

function inventWord(syllables: number, random: () => number): string {
  let word = "";
  for (let i = 0; i < syllables; i++) {
    word += pick(ONSETS, random) + pick(VOWELS, random);
  }
  return word + pick(CODAS, random);
}

/** For each rank, the share of a text that words up to that rank make. */
function cumulativeShares(count: number, shift: number): Float64Array {
  const shares = new Float64Array(count);
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) {
    sum += 1 / (rank + shift);
    shares[rank - 1] = sum;
  }
  return shares.map((share) => share / sum);
}

/** Where in an ascending array the first value of at least `wanted` stands. */
function firstAtLeast(ascending: Float64Array, wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 1) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? "";
}
