import * as v from "valibot";
import { FILLED, told } from "../data/told.ts";
import { readYaml, type Read } from "../data/yaml.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { isLanguageTag, LANGUAGE_PATTERN } from "../text/language.ts";
import type { Located, Span } from "../text/span.ts";
import type { FrontMatter, Role } from "./essay.ts";
import { fencedHeader } from "./fence.ts";

/** Front matter, and where the text behind it starts. */
export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly findings: readonly Finding[];
  /** Offset of what follows; behind a BOM where there is no front matter. */
  readonly end: number;
}

const TEXT = "a text";
const DATE = "a date such as 2026-02-24 or 2026-02-24 09:30";
const TAGS = "a word or a list of words";
const ALIASES = "a former address or a list of them";
const LANGUAGE = "a language tag such as en or pt-BR";
const DUPLICATES = "`allow` or a list of fingerprints, as reports show them";

const filled = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.check((text) => text.trim() !== "", expected),
    v.metadata({ pattern: FILLED }),
  );
/** In a list, `2024` is as good a tag as any, though YAML reads a number. */
const listed = (expected: string) =>
  v.union([filled(expected), v.number()], "a text with something in it");
const oneOrMore = (expected: string) =>
  v.lazy((given) => (Array.isArray(given) ? v.array(listed(expected)) : filled(expected)));

/** Whether the day exists is asked when the date is read. */
const DATED = {
  pattern: String.raw`^\s*\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}( ?(Z|[+-]\d{2}:?\d{2}))?)?\s*$`,
  examples: ["2026-02-24", "2026-02-24 14:30", "2026-02-24 14:30 +01:00"],
};

/** What the front matter of an essay may say. */
export const essaySchema = v.object({
  title: v.optional(
    told(
      filled(TEXT),
      "The title. Without it: a leading heading, the words of the file's name, or the first sentence.",
    ),
  ),
  date: v.optional(
    told(
      filled(DATE),
      "The day, and if you like the time, of the essay, in the site's time zone. Without it: the file's name or first commit. A later day than today holds the essay back.",
      DATED,
    ),
  ),
  updated: v.optional(told(filled(DATE), "The day of the last change worth telling.", DATED)),
  tags: v.optional(
    told(oneOrMore(TAGS), "Topics, $TICKERS and @mentions: a word or a list of words.", {
      examples: ["infrastructure", "$OPG", "@ada"],
    }),
  ),
  description: v.optional(
    told(filled(TEXT), "One sentence for lists and search engines. Without it: the first words."),
  ),
  slug: v.optional(
    told(
      filled(TEXT),
      "The last part of the address: words in lower case joined by hyphens. Without it: the file's name without its date.",
    ),
  ),
  aliases: v.optional(
    told(
      oneOrMore(ALIASES),
      "Former slugs, or former paths such as /2026/on-call/, that lead readers here.",
    ),
  ),
  draft: v.optional(told(v.boolean("true or false"), "`true`: shown by npm start alone.")),
  lang: v.optional(
    told(
      v.pipe(v.string(LANGUAGE), v.check(isLanguageTag, LANGUAGE)),
      "A language tag (BCP 47), where it is not the site's language.",
      { pattern: LANGUAGE_PATTERN, examples: ["en", "pt-BR"] },
    ),
  ),
  duplicates: v.optional(
    told(
      v.lazy((given) =>
        Array.isArray(given) ? v.array(listed(DUPLICATES)) : v.literal("allow", DUPLICATES),
      ),
      "`allow`: say this again on purpose; or a list of fingerprints, as findings show them.",
    ),
  ),
  id: v.optional(
    told(
      filled(TEXT),
      "What feed readers know the essay by, where slug and aliases shall not count.",
    ),
  ),
});

/** The same for a page. */
export const pageSchema = v.object({
  ...essaySchema.entries,
  order: v.optional(
    told(
      v.pipe(v.number("a number"), v.finite("a number")),
      "The place in the navigation; the lowest comes first.",
    ),
  ),
});
type Given = v.InferOutput<typeof pageSchema>;

/** Reads the front matter that a text may open with, strictly, for the keys that its role allows. */
export function readFrontMatter(text: string, role: Role): ReadFrontMatter {
  const header = fencedHeader(text);
  if (header.kind === "none") return { frontMatter: {}, findings: [], end: header.end };
  if (header.kind === "broken") {
    return { frontMatter: {}, findings: [header.finding], end: text.length };
  }
  const read = readYaml(text, header.yaml, {
    schema: role === "page" ? pageSchema : essaySchema,
    code: "invalid-front-matter",
    name: "the front matter",
  }) as Read<Given>;
  const frontMatter = read.value === undefined ? {} : located(read.value, read, text);
  const lost = frontMatter.tags ? [] : commentedTags(text, header.yaml);
  const findings = [...read.findings, ...lost];
  return { frontMatter, findings, end: header.end };
}

const COMMENTED_TAGS = /^tags:[ \t]+(#[^\s#][^\r\n]*)/m;

/** `tags: #topic` is a comment to YAML: the tags would be lost without a word. */
function commentedTags(text: string, yaml: Span): readonly Finding[] {
  const found = COMMENTED_TAGS.exec(text.slice(yaml.start, yaml.end));
  if (!found) return [];
  const written = found[1]!.trimEnd();
  const end = yaml.start + found.index + found[0].trimEnd().length;
  const words = written.split(/[\s,]+/).map((word) => word.replace(/^#/, ""));
  return [
    {
      code: "invalid-front-matter",
      severity: "error",
      message: `\`tags\` has nothing in it: to YAML, \`${written}\` is a comment`,
      help: `Write the tags without the sign: \`tags: [${words.join(", ")}]\`.`,
      span: { start: end - written.length, end },
    },
  ];
}

function located(given: Given, { spanOf }: Read<Given>, text: string): FrontMatter {
  const span = (...path: (string | number)[]): Span => spanOf(path)!;
  /** Numbers are taken as they are written, texts without the space around them. */
  const wordAt = (value: string | number, place: Span): Located<string> => ({
    value: typeof value === "string" ? value.trim() : text.slice(place.start, place.end),
    span: place,
  });
  const words = (key: string, value: Given["tags"]): readonly Located<string>[] =>
    Array.isArray(value)
      ? value.map((word, i) => wordAt(word, span(key, i)))
      : [wordAt(value as string, span(key))];
  const { duplicates } = given;

  return {
    ...textsOf(given, (key, value) => wordAt(value, span(key))),
    ...(given.tags === undefined ? {} : { tags: words("tags", given.tags) }),
    ...(given.aliases === undefined ? {} : { aliases: words("aliases", given.aliases) }),
    ...(given.draft === undefined ? {} : { draft: { value: given.draft, span: span("draft") } }),
    ...(given.order === undefined ? {} : { order: { value: given.order, span: span("order") } }),
    ...(duplicates === undefined
      ? {}
      : {
          duplicates: {
            value: Array.isArray(duplicates)
              ? words("duplicates", duplicates).map(({ value }) => value)
              : "allow",
            span: span("duplicates"),
          },
        }),
  };
}

const TEXT_KEYS = ["title", "date", "updated", "description", "slug", "lang", "id"] as const;
type TextKey = (typeof TEXT_KEYS)[number];

const textsOf = (
  given: Given,
  locate: (key: TextKey, value: string) => Located<string>,
): Pick<FrontMatter, TextKey> =>
  Object.fromEntries(
    TEXT_KEYS.flatMap((key) => {
      const value = given[key];
      return value === undefined ? [] : [[key, locate(key, value)]];
    }),
  );
