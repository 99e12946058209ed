import { wrapped } from "./disguises.ts";
import { insert, other, planted } from "./draft.ts";
import type { Block, Draft, Paragraphs } from "./draft.ts";
import { takePassage } from "./copies.ts";
import { between } from "./essays.ts";

/** A kind of trap that takes two essays: what the second says in the manner of the first is no copy. */
export interface TrapKind {
  readonly name: string;
  plant(drafts: readonly Draft[], number: number, random: () => number): void;
}

export const QUOTATIONS = "quotations";
export const CODE = "code";

const COLUMNS = 76;
const LINES = { min: 6, max: 14 };

/** Nothing that was planted so is to be flagged. */
export const TRAPS: readonly TrapKind[] = [
  {
    name: QUOTATIONS,
    plant([earlier, later], number, random) {
      const plant = { kind: QUOTATIONS, role: "trap", number } as const;
      const { passage } = takePassage(earlier!, plant, random);
      insertSomewhere(later!, planted(other(quotation(passage)), plant), random);
    },
  },
  {
    name: CODE,
    plant([earlier, later], number, random) {
      const listing = planted(other(listingBy(earlier!, random)), {
        kind: CODE,
        role: "trap",
        number,
      });
      insertSomewhere(earlier!, listing, random);
      insertSomewhere(later!, listing, random);
    },
  },
];

function insertSomewhere(draft: Draft, block: Block, random: () => number): void {
  draft.blocks = insert(draft.blocks, Math.floor(random() * (draft.blocks.length + 1)), [block]);
}

const quotation = (passage: Paragraphs): string =>
  passage
    .map((sentences) => wrapped(sentences.join(" "), COLUMNS).replace(/^/gm, "> "))
    .join("\n>\n");

function listingBy({ author }: Draft, random: () => number): string {
  const call = (): string =>
    `${author.word()}.${author.word()}(${author.word()}, ${author.word()})`;
  const line = (): string =>
    `const ${author.word()} = ${call()}; // ${author.word()} ${author.word()}`;
  const lines = Array.from({ length: between(LINES, random) }, line);
  return ["```js", ...lines, "```"].join("\n");
}

/** A text that many essays share. */
export interface Signature {
  readonly name: string;
  readonly text: string;
  /** The share of essays that have it. */
  readonly share: number;
  /** Where it stands: behind everything, or behind the first paragraph. */
  readonly at: "end" | "beginning";
}

/** Each is to be one note, and no warning. */
export const SIGNATURES: readonly Signature[] = [
  {
    name: "signature in all essays",
    text: "Thank you for reading this far. I write one essay a week, on whatever kept me awake, and I answer every letter that comes in. If something here is wrong, tell me: I would rather be corrected than agreed with.",
    share: 1,
    at: "end",
  },
  {
    name: "signature in 1 % of essays",
    text: "This is one of a series of notes that I made on a long walk along the coast in the wettest summer since they began to measure. The others can be found in the archive under the name of the month in which they were written.",
    share: 0.01,
    at: "beginning",
  },
];

/** Fewer essays with one text are no signature (docs/duplicates.md). */
const FEWEST_SIGNED = 10;

/** Puts a signature into its share of the essays. */
export function sign(drafts: readonly Draft[], signature: Signature): void {
  const count = Math.max(FEWEST_SIGNED, Math.ceil(drafts.length * signature.share));
  const every = Math.max(1, Math.floor(drafts.length / count));
  drafts.forEach((draft, i) => {
    if (i % every !== 0) return;
    const block = planted(other(signature.text), { kind: signature.name, role: "trap", number: 0 });
    const at = signature.at === "end" ? draft.blocks.length : 1;
    draft.blocks = insert(draft.blocks, at, [block]);
  });
}
