/** The forms of a tag's key under which it meets the keys that it is like. */
export interface Likeness {
  formsOf(key: string): readonly string[];
  /** The most essays that a tag may have and still be taken for a slip of the pen. */
  readonly mostUses: number;
}

/** `field-notes`, `field notes`, `field_notes`, `fieldnotes`; but `v1.0` is not `v10`. */
export const joined: Likeness = {
  formsOf: (key) => [key.replace(/(?<!\p{N})[-_. ]|[-_. ](?!\p{N})/gu, "")],
  mostUses: Infinity,
};

/** `essay`, `essays`; not `s`, not `chess`. */
export const singular: Likeness = {
  formsOf: (key) => [key.replace(/(?<=\p{L}{2}[^s\P{L}])s$/u, "")],
  mostUses: Infinity,
};

/** Shorter words with one other letter are mostly other words. */
const SHORTEST_SLIP = 6;
/** Longer tags are sentences; their forms would take as much room as the square of their length. */
const LONGEST_SLIP = 60;

/**
 * One letter changed, dropped, added or swapped with its neighbour: such words share a form with one letter
 * left out (the deletion neighbourhood of Mor and Fraenkel 1982). Digits are never a slip: 2023 and 2024 are
 * two years. Who meant another word has used it more than twice.
 */
export const slip: Likeness = {
  formsOf(key) {
    if (key.length < SHORTEST_SLIP || key.length > LONGEST_SLIP) return [];
    const forms = [key];
    let at = 0;
    for (const letter of key) {
      const behind = at + letter.length;
      if (isLetter(letter)) forms.push(key.slice(0, at) + key.slice(behind));
      at = behind;
    }
    return forms;
  },
  mostUses: 2,
};

/** Whether two keys that share a form of `slip` are one slip apart: `notes-a` and `a-notes` are not. */
export function isOneSlip(a: string, b: string): boolean {
  const one = Array.from(a);
  const other = Array.from(b);
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one[before] === other[before]) before++;
  let after = 0;
  while (after < shorter - before && one.at(-1 - after) === other.at(-1 - after)) after++;

  const left = one.slice(before, one.length - after);
  const right = other.slice(before, other.length - after);
  if (![...left, ...right].every(isLetter)) return false;
  const isSwap = left.length === 2 && left.join("") === right.toReversed().join("");
  return isSwap || Math.max(left.length, right.length) <= 1;
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);
