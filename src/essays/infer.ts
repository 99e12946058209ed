import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Settings } from "../settings/settings.ts";
import { tagKey } from "../text/slug.ts";
import type { Located, Span } from "../text/span.ts";
import { readDate } from "./date.ts";
import type { Essay, EssayDate, Manuscript, Source, Tag } from "./essay.ts";
import { fileNameOf, type FileName } from "./file-name.ts";
import { pathSegment, slugOf, type Inferred } from "./slug.ts";

/** What an essay is read against. */
export interface Context {
  readonly settings: Settings;
  /** The build's day, `YYYY-MM-DD`: essays of later days are held back. */
  readonly asOf: string;
  /** The day of a file's first commit, in the site's zone. */
  readonly firstCommit?: (file: string) => string | undefined;
}

/** Fills in what the writer did not say, from the text, the file's name and git; invents nothing. */
export function essayOf(
  source: Source,
  manuscript: Manuscript,
  context: Context,
): { readonly essay: Essay; readonly findings: readonly Finding[] } {
  const { settings, asOf } = context;
  const { frontMatter } = manuscript;
  const name = fileNameOf(source);
  const date = dateOf(source, manuscript, name, context);
  const updated = givenDate(frontMatter.updated, settings.timeZone);
  const slug = slugOf(source, manuscript, name);
  const isDraft = frontMatter.draft?.value === true;
  const isAhead = date.value !== undefined && date.value.day > asOf;
  const essay: Essay = {
    source,
    manuscript,
    ...titleOf(manuscript, name),
    slug: slug.value,
    ...(date.value ? { date: date.value } : {}),
    ...(updated.value ? { updated: updated.value } : {}),
    tags: tagsOf(manuscript.tags, settings),
    description: frontMatter.description?.value ?? manuscript.summary,
    aliases: frontMatter.aliases ?? [],
    lang: frontMatter.lang?.value ?? settings.language,
    order: frontMatter.order?.value ?? 0,
    state: isDraft ? "draft" : isAhead ? "held-back" : "published",
  };
  return { essay, findings: [...date.findings, ...updated.findings, ...slug.findings] };
}

/** The ladder: what the writer says, the heading, a telling file name, the first sentence. */
function titleOf(
  { frontMatter, heading, opening }: Manuscript,
  name: FileName,
): Pick<Essay, "title" | "titled"> {
  const title = frontMatter.title?.value ?? heading?.value;
  const isShown = heading?.isShown === true && heading.value === title;
  if (title !== undefined) return { title, titled: !isShown };
  const isTelling = name.words.length >= 2 && !misspells(name, opening);
  if (isTelling || opening === "") return { title: name.title, titled: true };
  return { title: opening, titled: false };
}

/**
 * Whether a name is the first sentence without what a name can't hold: "ive-been-there" of "I've been there." tells no
 * more than the sentence does, and spells it less well. A full stop at the end is no loss.
 */
const misspells = ({ text, words }: FileName, opening: string): boolean =>
  text === pathSegment(opening) &&
  words.join(" ").toLowerCase() !== opening.replace(/[.。]$/u, "").toLowerCase();

function dateOf(
  source: Source,
  { frontMatter }: Manuscript,
  name: FileName,
  { settings, firstCommit }: Context,
): Inferred<EssayDate | undefined> {
  if (frontMatter.date) return givenDate(frontMatter.date, settings.timeZone);
  if (name.day !== undefined) {
    const read = readDate(name.day, settings.timeZone);
    if (!("problem" in read)) return { value: read, findings: [] };
    const message = `the file name begins with a date, but ${name.day} ${read.problem}`;
    return { value: undefined, findings: [invalidDate(message, { start: 0, end: 0 })] };
  }
  const day = source.role === "essay" ? firstCommit?.(source.file) : undefined;
  return { value: day === undefined ? undefined : { day }, findings: [] };
}

function givenDate(
  given: Located<string> | undefined,
  zone: string,
): Inferred<EssayDate | undefined> {
  if (given === undefined) return { value: undefined, findings: [] };
  const read = readDate(given.value, zone);
  if (!("problem" in read)) return { value: read, findings: [] };
  const message = `\`${given.value}\` ${read.problem}`;
  return { value: undefined, findings: [invalidDate(message, given.span)] };
}

const invalidDate = (message: string, span: Span): Finding => ({
  code: "invalid-date",
  severity: "error",
  message,
  help: "A wrong day would put the essay in the wrong place for every reader. Write the day that you mean.",
  span,
});

/** Topics by the names that the settings give them, each tag once. */
function tagsOf(tags: readonly Tag[], settings: Settings): readonly Tag[] {
  const aliases = aliasesOf(settings);
  const seen = new Set<string>();
  return tags.flatMap((tag) => {
    const label = (tag.kind === "topic" && aliases.get(tagKey(tag.label))) || tag.label;
    const key = `${tag.kind} ${tagKey(label)}`;
    if (label === "" || seen.has(key)) return [];
    seen.add(key);
    return [label === tag.label ? tag : { ...tag, label }];
  });
}

const knownAliases = new WeakMap<Settings, ReadonlyMap<string, string>>();

function aliasesOf(settings: Settings): ReadonlyMap<string, string> {
  const known = knownAliases.get(settings);
  if (known) return known;
  const named = (label: string): string => label.replace(/^#/, "").trim();
  const aliases = new Map(
    Object.entries(settings.tags.aliases).map(([from, to]) => [tagKey(named(from)), named(to)]),
  );
  knownAliases.set(settings, aliases);
  return aliases;
}
