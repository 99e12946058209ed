import type { Summary } from "./diagnostic.ts";

/** "1 essay, 470 words: 0 errors, 3 warnings, 0 notes". */
export const summaryLine = ({ essays, words, errors, warnings, notes }: Summary): string =>
  `${counted(essays, "essay")}, ${counted(words, "word")}: ` +
  `${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(notes, "note")}`;

/** A number with its noun: "1 essay", "2 essays". */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;
