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

/** Who has more of them in one text mends them all in one go. */
const MOST = 50;

/** Two sentences that have grown together: `is.I'm`. At most 50 places; the last says that there may be more. */
export function missingSpace(text: string, manuscript: Manuscript): readonly Finding[] {
  const { body } = manuscript;
  const shown = text.slice(body.start, body.end);
  const words = wordsOnce(shown);
  const skips = proseSkips(text, manuscript);
  const places: Span[] = [];
  for (const seam of seamsOf(shown)) {
    const span = { start: body.start + seam.span.start, end: body.start + seam.span.end };
    if (!isTwoSentences(shown, seam, words) || isIn(skips, span)) continue;
    places.push(span);
    if (places.length === MOST) break;
  }
  return places.map((span, i) => ({
    code: "missing-space",
    severity: "warning",
    message: `a space is missing in “${text.slice(span.start, span.end)}”${i === MOST - 1 ? ", and perhaps in more places behind it" : ""}`,
    help: "Two sentences have grown together, as happens when text is pasted. Put a space between them.",
    span,
  }));
}

const isIn = (skips: readonly Span[], { start, end }: Span): boolean =>
  skips.some((skip) => skip.start < end && start < skip.end);

interface Seam {
  readonly last: string;
  readonly first: string;
  /** Both words. */
  readonly span: Span;
}

function* seamsOf(shown: string): Generator<Seam> {
  for (const match of shown.matchAll(SEAM)) {
    const end = match.index + match[0].length;
    const last = LAST_WORD.exec(shown.slice(Math.max(0, match.index - LONGEST_WORD), match.index));
    const first = FIRST_WORD.exec(shown.slice(end, end + LONGEST_WORD));
    if (!last || !first) continue;
    const span = { start: match.index - last[0].length, end: end + first[0].length };
    yield { last: last[0], first: first[0], span };
  }
}

function isTwoSentences(shown: string, { last, first, span }: Seam, words: Words): boolean {
  if (NAME_LIKE.test(first) || NAME_LIKE.test(last) || SUFFIX.test(first)) return false;
  if (/[.!?]/u.test(shown[span.start - 1] ?? "")) return false;
  if (CONTINUES.test(shown.slice(span.end, span.end + 2))) return false;
  if (TECHNICAL.test(surroundings(shown, span))) return false;
  // `Math.Floor` is a name, `in Paris.The next` is not: two capitals need a word that can be small.
  return /^\p{Ll}/u.test(last) || OPENER.test(first) || words().has(first.toLowerCase());
}

/** The run without white space that a span stands in. */
function surroundings(text: string, { start, end }: Span): string {
  const before = /\S*$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))![0];
  const after = /^\S*/u.exec(text.slice(end, end + LONGEST_WORD))![0];
  return before + text.slice(start, end) + after;
}

type Words = () => ReadonlySet<string>;

/** The words of a text, with and without what stands behind an apostrophe; split when they are first asked for. */
function wordsOnce(shown: string): Words {
  let words: ReadonlySet<string> | undefined;
  return () =>
    (words ??= new Set([
      ...(shown.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []),
      ...(shown.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []),
    ]));
}
