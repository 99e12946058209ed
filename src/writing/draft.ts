import type { Finding } from "../diagnostics/diagnostic.ts";
import { readDate } from "../essays/date.ts";
import { decode } from "../essays/decode.ts";
import type { Essay, Format, Manuscript, Source } from "../essays/essay.ts";
import { withValue } from "../essays/front-matter-text.ts";
import { essayOf } from "../essays/infer.ts";
import { readManuscript } from "../essays/manuscript.ts";
import { asMarkdown } from "../essays/pasted/as-markdown.ts";
import { unwrapped } from "../essays/pasted/unwrap.ts";
import { essayName } from "../essays/slug.ts";
import { MOST_BYTES, sourceOf } from "../io/content.ts";
import type { Settings } from "../settings/settings.ts";
import { signed } from "../site/tag-names.ts";
import { slugify } from "../text/slug.ts";
import { misread, rejected, type Draft, type Paste, type Rejection, type Wishes } from "./paste.ts";

export interface Circumstances {
  readonly settings: Settings;
  /** `YYYY-MM-DD` in the site's zone. */
  readonly today: string;
}

/**
 * Makes an essay of pasted text: what the writer asks for is done to it, and what an essay needs is inferred. The words
 * stay as they are. What can't be read is rejected, with its places.
 */
export function draftOf(paste: Paste, wishes: Wishes, around: Circumstances): Draft | Rejection {
  const { text: decoded, findings } = decode(paste.bytes);
  if (findings.length > 0) return misread(paste.name, decoded, findings);
  const original = decoded.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const read = reading(original, paste.format, around);
  const errors = errorsIn(read.findings);
  if (errors.length > 0) return misread(paste.name, original, errors);

  const converted = conversion(original, read.manuscript, paste, wishes);
  const day = dayOf(read.manuscript, paste, wishes, around);
  if ("code" in day) return misread(paste.name, original, [day]);
  const given = read.manuscript.frontMatter.date;
  const dated =
    wishes.date !== undefined && given && given.value !== wishes.date
      ? withValue(converted.text, "date", wishes.date, given)
      : converted.text;
  const file = paste.inPlace ?? fileOf(day.day, read.manuscript, original, paste, wishes);
  const titled = withTitle(dated, file, wishes.title, around);
  const wrong = errorsIn(titled.findings);
  if (wrong.length > 0) return misread(paste.name, titled.text, wrong);
  if (Buffer.byteLength(titled.text) >= MOST_BYTES) return rejected(paste.name, TOO_LARGE);
  if (isLost(titled.essay, wishes)) return rejected(paste.name, UNCHANGEABLE);
  const { joined } = converted;
  return {
    kind: "draft",
    paste,
    text: titled.text,
    source: titled.essay.source,
    essay: titled.essay,
    titleFrom: wishes.title === undefined ? originOfTitle(titled.essay) : "--title",
    dateFrom: day.from,
    ...(joined !== undefined && { joined }),
  };
}

const TOO_LARGE =
  "what would be written is more than 1 MiB, which is the most that a text may have; import it in parts";

const UNCHANGEABLE =
  "its front matter holds another title or date in a way that can't be changed here; change it in the file";

const errorsIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === "error");

const isLost = ({ title, date }: Essay, wishes: Wishes): boolean =>
  (wishes.title !== undefined && title !== wishes.title) ||
  (wishes.date !== undefined && date?.day !== wishes.date);

function reading(text: string, format: Format, { settings }: Circumstances) {
  const { language, markdown } = settings;
  return readManuscript(text, format, "essay", { html: markdown.html, language });
}

/** Only pasted text is changed: in Markdown a line break is a space already. */
function conversion(
  text: string,
  manuscript: Manuscript,
  { format }: Paste,
  { markdown, unwrap }: Wishes,
): { readonly text: string; readonly joined?: number } {
  if (format === "md") return { text };
  const { body } = manuscript;
  const whole = unwrap ? unwrapped(text, body) : { text };
  if (!markdown) return whole;
  const body2 = { start: body.start, end: whole.text.length };
  return { ...whole, text: asMarkdown(whole.text, body2) };
}

/** A day that stands in a file's name, wherever in it. */
const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;

function dayOf(
  { frontMatter }: Manuscript,
  { stem = "" }: Paste,
  { date }: Wishes,
  { settings: { timeZone }, today }: Circumstances,
): { readonly day: string; readonly from: string } | Finding {
  if (date !== undefined) return { day: date, from: "--date" };
  const given = frontMatter.date;
  const written = given?.value ?? DAY.exec(stem)?.[0];
  if (written === undefined) return { day: today, from: `today, in ${timeZone}` };
  const from = given ? "its front matter" : "the file's name";
  const read = readDate(written, timeZone);
  if (!("problem" in read)) return { day: read.day, from };
  return {
    code: "invalid-date",
    severity: "error",
    message: `\`${written}\`, from ${from}, ${read.problem}`,
    help: "Write the day that you mean, or say it with --date=YYYY-MM-DD.",
    span: given?.span ?? { start: 0, end: 0 },
  };
}

/** Characters of a text without a word that its file is named by. */
const ENOUGH = 10;

/** The new file: named by the address that the text asks for, else by the wanted title, its old name, its own title. */
function fileOf(
  day: string,
  { frontMatter, heading, opening, body }: Manuscript,
  text: string,
  { stem = "", format }: Paste,
  { title, markdown }: Wishes,
): string {
  const name = stem.replace(DAY, "").trim();
  const signs = Array.from(text.slice(body.start, body.end).trim()).slice(0, ENOUGH).join("");
  const words = [
    frontMatter.slug?.value,
    title,
    slugify(name) === "" ? "" : name,
    frontMatter.title?.value,
    heading?.value,
    opening,
    signs,
  ].find(Boolean);
  const ending = markdown ? "md" : format;
  return `essays/${essayName(day, words ?? "untitled")}.${ending}`;
}

interface Titled {
  readonly text: string;
  readonly essay: Essay;
  readonly findings: readonly Finding[];
}

/** With the wanted title written into the front matter, where it would not be inferred anyway. */
function withTitle(
  text: string,
  file: string,
  wanted: string | undefined,
  around: Circumstances,
): Titled {
  const plain = inferred(text, file, around);
  if (wanted === undefined || plain.essay.title === wanted) return plain;
  const given = plain.essay.manuscript.frontMatter.title;
  return inferred(withValue(text, "title", wanted, given), file, around);
}

function inferred(text: string, file: string, around: Circumstances): Titled {
  const format: Format = file.endsWith(".md") ? "md" : "txt";
  const { manuscript, findings } = reading(text, format, around);
  const source: Source = sourceOf(file, "essay", format, Buffer.from(text));
  const { settings, today: asOf } = around;
  const { essay, findings: problems } = essayOf(source, manuscript, { settings, asOf });
  return { text, essay, findings: [...findings, ...problems] };
}

/** The tags of an essay as they would be typed. */
export const tagsText = ({ tags }: Essay): string => tags.map(signed).join(" ");

function originOfTitle({ manuscript, title, titled }: Essay): string {
  if (manuscript.frontMatter.title) return "its front matter";
  if (manuscript.heading) return "its heading";
  return !titled && title === manuscript.opening ? "its first sentence" : "the file's name";
}
