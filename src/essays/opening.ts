/** Long enough to tell essays apart, short enough for one line of a list. */
const MAX_OPENING = 70;
/** What search engines and previews show of a description. */
const MAX_SUMMARY = 200;
/** A sentence that does not end within this many characters is cut in any case. */
const ENOUGH = 2 * MAX_OPENING;
const ELLIPSIS = "…";

const HAS_WORD = /[\p{L}\p{Nd}]/u;
/** A mark that ends a sentence, and what may close behind it; scripts without spaces need none. */
const SENTENCE_END = /[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+["'”’」』）]*/gu;
/** "Dr.", "J.", "e.g.": a full stop behind these ends no sentence. */
const ABBREVIATION = /(?:^|[\s("'“‘«])(?:\p{Lu}\p{L}{0,2}|\p{L}(?:\.\p{L})+|etc|vs|cf|ca)\.$/u;

/** The first sentence of the first text that has a word, cut at a word to 70 characters. */
export function openingOf(texts: Iterable<string>): string {
  for (const text of texts) {
    if (HAS_WORD.test(text)) return shortened(firstSentence(text.slice(0, ENOUGH)), MAX_OPENING);
  }
  return "";
}

/** The beginning of the texts in one line, cut at a word to 200 characters. */
export function summaryOf(texts: Iterable<string>): string {
  let summary = "";
  for (const text of texts) {
    if (text !== "") summary += summary === "" ? text : ` ${text}`;
    if (summary.length > MAX_SUMMARY) break;
  }
  return shortened(summary, MAX_SUMMARY);
}

function firstSentence(text: string): string {
  for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) {
    const sentence = text.slice(0, index + mark.length);
    if (HAS_WORD.test(sentence) && !ABBREVIATION.test(sentence)) return sentence;
  }
  return text;
}

/** At most `most` UTF-16 units, the ellipsis included; no word, character or surrogate pair is split. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let gap = most - 1;
  while (gap > 0 && !/\s/u.test(text[gap]!)) gap--;
  const words = gap > 0 ? text.slice(0, gap) : whole(text, most - 1);
  return words.replace(/[\s.,:;!?…–—-]+$/u, "") + ELLIPSIS;
}

/** Of a text without spaces: cut before a character's last piece rather than inside it. */
function whole(text: string, most: number): string {
  let end = most;
  while (end > 1 && /^(?:[\udc00-\udfff]|\p{M}|\u200d)/u.test(text.slice(end, end + 2))) end--;
  return text.slice(0, end);
}
