import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Manuscript } from "../../essays/essay.ts";
import { proseSkips } from "../../essays/skips.ts";
import type { Span } from "../../text/span.ts";

/** The end of a sentence, with what may close around it, and a capital at once. */
const SEAM = /[.!?](?<=\p{Ll}\p{M}*[.!?])["”’»)*]{0,3}(?=\p{Lu})/gu;
const LAST_WORD = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}'’-]{2,}$/u;
const FIRST_WORD = /^\p{Lu}[\p{L}\p{M}'’]*/u;
/** Longer runs without a space are no two words of a sentence. */
const LONGEST_WORD = 60;

/** Characters of addresses, paths, code and handles: a run of text with one of them is no prose. */
const TECHNICAL = /[/\\@_=<>{}[\]#$%&|~^`]|::|\(\)/u;
/** What tells a name with dots from two sentences: `foo.Bar(`, `a.B.c`, `v.X2`, `x.Y-z`. */
const CONTINUES = /^(?:[([:.-][\p{L}\p{N}]|\(\)|\p{N})/u;
/** `Vue.JS`, `std.IO`, `Console.WriteLine`. */
const NAME_LIKE = /^\p{Lu}{2}|\p{Ll}\p{Lu}/u;
/** Ends of domains and file names that are written with a capital at times. */
const SUFFIX =
  /^(?:com|org|net|io|ai|app|dev|co|uk|de|fr|eu|js|ts|py|rs|md|txt|html|pdf|docx?|xlsx?|png|jpe?g|zip)$/iu;
/** Words that begin a sentence and hardly ever a name. */
const OPENER = /^(?:I|A|\p{Lu}\p{Ll}*['’]\p{Ll}+)$/u;

/** Two sentences that have grown together: `is.I'm`. */
export function missingSpace(text: string, manuscript: Manuscript): readonly Finding[] {
  const { body } = manuscript;
  const found = seamsOf(text, body).filter((seam) => isTwoSentences(text, body, seam));
  if (found.length === 0) return [];

  const skips = proseSkips(text, manuscript);
  return found
    .filter(({ span }) => !skips.some(({ start, end }) => start < span.end && span.start < end))
    .map(({ span }) => ({
      code: "missing-space",
      severity: "warning",
      message: `a space is missing in “${text.slice(span.start, span.end)}”`,
      help: "Two sentences have grown together, as happens when text is pasted. Put a space between them.",
      span,
    }));
}

interface Seam {
  readonly last: string;
  readonly first: string;
  /** Both words. */
  readonly span: Span;
}

function seamsOf(text: string, body: Span): readonly Seam[] {
  const shown = text.slice(body.start, body.end);
  return Array.from(shown.matchAll(SEAM)).flatMap((match) => {
    const end = match.index + match[0].length;
    const last = LAST_WORD.exec(shown.slice(Math.max(0, match.index - LONGEST_WORD), match.index));
    const first = FIRST_WORD.exec(shown.slice(end, end + LONGEST_WORD));
    if (!last || !first) return [];
    const span = {
      start: body.start + match.index - last[0].length,
      end: body.start + end + first[0].length,
    };
    return [{ last: last[0], first: first[0], span }];
  });
}

function isTwoSentences(text: string, body: Span, { last, first, span }: Seam): boolean {
  if (NAME_LIKE.test(first) || NAME_LIKE.test(last) || SUFFIX.test(first)) return false;
  if (/[.!?]$/u.test(text.slice(body.start, span.start))) return false;
  if (CONTINUES.test(text.slice(span.end, Math.min(span.end + 2, body.end)))) return false;
  if (TECHNICAL.test(surroundings(text, span))) return false;
  // `Math.Floor` is a name, `in Paris.The next` is not: two capitals need a word that can be small.
  return /^\p{Ll}/u.test(last) || OPENER.test(first) || isWordOf(text, body, first.toLowerCase());
}

/** The run without white space that a span stands in. */
function surroundings(text: string, { start, end }: Span): string {
  const before = /\S*$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))![0];
  const after = /^\S*/u.exec(text.slice(end, end + LONGEST_WORD))![0];
  return before + text.slice(start, end) + after;
}

function isWordOf(text: string, body: Span, word: string): boolean {
  const shown = text.slice(body.start, body.end);
  return shown.split(word).some((before, i, parts) => {
    const after = parts[i + 1];
    return after !== undefined && !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  });
}
