import type { Located } from "../text/span.ts";

/** The tags that a pasted text opens with, signs included, and where the text behind them starts. */
export interface PastedHeader {
  readonly words: readonly Located<string>[];
  readonly end: number;
}

const MAX_LINES = 5;
const BLANK_LINES = /(?:[ \t]*(?:\r\n|\r|\n))*/y;
const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
/** `$100` is a sum, and `# x` a heading. */
const TAG_WORDS =
  /^[ \t]*[#$@]\p{L}[\p{L}\p{M}\p{Nd}_.+#-]*(?:[ \t]+[#$@]\p{L}[\p{L}\p{M}\p{Nd}_.+#-]*)*[ \t]*$/u;

/** Reads up to 5 lines of nothing but `#topic`, `$TICKER` and `@mention`; blank lines may come before. */
export function readPastedHeader(text: string, from: number): PastedHeader {
  const words: Located<string>[] = [];
  let end = from;
  let at = from + match(BLANK_LINES, text, from).length;
  for (let line = 0; line < MAX_LINES && at < text.length; line++) {
    const whole = match(LINE, text, at);
    const content = whole.replace(/[\r\n]+$/, "");
    if (!isTagLine(content)) break;
    for (const word of wordsOf(content, at)) words.push(word);
    at += whole.length;
    end = at;
  }
  return { words, end };
}

const isTagLine = (line: string): boolean => /^[ \t]*[#$@]/.test(line) && TAG_WORDS.test(line);

const wordsOf = (line: string, base: number): readonly Located<string>[] =>
  [...line.matchAll(/[^ \t]+/g)].map(({ 0: value, index }) => ({
    value,
    span: { start: base + index, end: base + index + value.length },
  }));

function match(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? "";
}
