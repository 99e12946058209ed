/**
 * Reads essays and pages as a reader does, to compare them: as words in a row, bare of everything that is no letter,
 * mark or digit. It knows no more of Markdown than what takes words off a page, and nothing of Galley's own reader.
 */

/** The words of an essay's text that a page has to show. */
export interface Written {
  readonly words: readonly string[];
  /** Whether they stand on the page in this order: footnotes move to its end. */
  readonly inOrder: boolean;
  /** The words of the pasted header, signs included. */
  readonly tags: readonly string[];
}

/** What a text in Markdown or in plain text says. */
export function written(text: string, format: "md" | "txt"): Written {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const [tags, body] = withoutHeader(lines.replace(FRONT_MATTER, ""));
  if (format === "txt") return { tags, words: wordsIn(body), inOrder: true };
  return { tags, words: wordsIn(withoutMarks(body)), inOrder: !/\[\^|\^\[/.test(body) };
}

const FRONT_MATTER = /^---[ \t]*\n(?=[\w"']+:)[^]*?\n---[ \t]*\n/;
const HEADER =
  /^(?:[ \t]*\n)*((?:[ \t]*[#$@]\p{L}\S*(?:[ \t]+[#$@]\p{L}\S*)*[ \t]*(?:\n|$)){1,5})/u;

function withoutHeader(text: string): [tags: readonly string[], body: string] {
  const header = HEADER.exec(text);
  if (!header) return [[], text];
  return [header[1]!.trim().split(/\s+/), text.slice(header[0].length)];
}

/** What a line begins with that stands in quotations and lists. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/gm;

/** `[label]: target "title"`, in whatever container. */
const DEFINITION = new RegExp(
  `(${CONTAINERS.source.replace(/\+$/, "*")}[ \\t]*)\\[[^\\]\\n]+\\]:.*$`,
  "gm",
);

/** What Markdown takes off the page, and a few words more where it is hard to tell: no word is demanded in vain. */
function withoutMarks(body: string): string {
  return body
    .replace(/<!---?>|<!--[^]*?-->/g, "")
    .replace(DEFINITION, "$1")
    .replace(/\[\^[^\]\s]+\]:?/g, "")
    .replace(/\]\([ \t]*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)/g, "] ")
    .replace(/\]\[[^\]\n]*\]/g, "]")
    .replace(CONTAINERS, (marks) => marks.replace(/\d{1,9}/g, ""))
    .replace(/(?<!\S)\S*&#?\w+;\S*/g, " ");
}

/** The words that an essay's page shows: its title where it is seen, its text, and what explains pictures and links. */
export function shown(page: string): readonly string[] {
  const [, heading = ""] = /<h1 class="p-name(?: long)?">([^]*?)<\/h1>/.exec(page) ?? [];
  return [...wordsIn(plain(heading)), ...shownInBody(page)];
}

/** The words of the text alone. */
export const shownInBody = (page: string): readonly string[] => wordsIn(plain(bodyOf(page)));

/** The markup of an essay's text on its page. */
export function bodyOf(page: string): string {
  const start = page.indexOf(BODY) + BODY.length;
  const end = page.lastIndexOf("</div>", page.indexOf("</article>"));
  if (start < BODY.length || end < start) throw new Error("the page has no text of an essay");
  return page.slice(start, end);
}

const BODY = '<div class="e-content text">';

/** The names of the tags below an essay, signs included. */
export function shownTags(page: string): readonly string[] {
  const [, list = ""] = /<ul class="tags" aria-label="Tags">([^]*?)<\/ul>/.exec(page) ?? [];
  return [...list.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => unescaped(name!));
}

function plain(markup: string): string {
  const text = markup
    .replace(/<sup class="footnote-ref"[^>]*>[^]*?<\/sup>/g, "")
    .replace(/<img\b[^>]*>/g, (img) => ` ${attribute(img, "alt")} ${attribute(img, "title")} `)
    .replace(/(<a\b[^>]*\stitle="([^"]*)"[^>]*>[^]*?)<\/a>/g, "$1 $2 ")
    .replace(/<\/?(?:em|s|strong|span)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ");
  return unescaped(text);
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`^<[^>]*?\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

/** The text that markup of ours stands for. */
export const unescaped = (markup: string): string =>
  markup
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/**
 * Runs without white space, brackets, bars and backticks, bare of other marks: "don't" and "don’t" are one word, and so
 * are `*a*b` and "ab".
 */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize("NFC")
    .split(/[\s<>[\]()|`]+/u)
    .map((run) => run.replace(/[^\p{L}\p{M}\p{N}]/gu, ""))
    .filter(Boolean);

/** The first word that a page lacks, with what stands before it; undefined where it has all. */
export function missingWord(
  { words, inOrder }: Pick<Written, "words" | "inOrder">,
  page: readonly string[],
): string | undefined {
  const at = inOrder ? firstOutOfOrder(words, page) : firstOfTooFew(words, page);
  return at < 0 ? undefined : words.slice(Math.max(0, at - 5), at + 1).join(" ");
}

function firstOutOfOrder(words: readonly string[], page: readonly string[]): number {
  let next = 0;
  for (let i = 0; i < page.length && next < words.length; i++) if (page[i] === words[next]) next++;
  return next < words.length ? next : -1;
}

function firstOfTooFew(words: readonly string[], page: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of page) left.set(word, (left.get(word) ?? 0) + 1);
  return words.findIndex((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count === 0;
  });
}
