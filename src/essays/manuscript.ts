import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Located, Span } from "../text/span.ts";
import type { ReadFacts } from "./facts.ts";
import type { Format, Manuscript, Role, Tag, TagKind } from "./essay.ts";
import { readFrontMatter } from "./front-matter.ts";
import { factsOfMarkdown } from "./markdown-facts.ts";
import { clean } from "../text/clean.ts";
import { parseBody, type MarkdownOptions } from "./markdown.ts";
import { readPastedHeader } from "./pasted-header.ts";
import { factsOfPlainText } from "./plain-text.ts";
import { templateOfMarkdown, templateOfPlainText } from "./template.ts";

/** Nobody finds an essay by its fifty-first tag; more are a mistake, or meant to harm. */
export const MAX_TAGS = 50;

/** How a text is read: as the settings say. */
export interface ReadingOptions extends MarkdownOptions {
  /** Of texts that name none. */
  readonly language: string;
}

/** A text that was read and rendered in one go. */
export interface ReadManuscript {
  readonly manuscript: Manuscript;
  /** Of front matter and tags. */
  readonly findings: readonly Finding[];
  /** The rendered body, see `markers.ts`. */
  readonly template: string;
  readonly prose: ReadFacts["prose"];
}

/** Reads what a file's text says by itself, and renders it. */
export function readManuscript(
  text: string,
  format: Format,
  role: Role,
  { html, language }: ReadingOptions,
): ReadManuscript {
  const { frontMatter, findings, end } = readFrontMatter(text, role);
  const header = readPastedHeader(text, end);
  const body = { start: header.end, end: text.length };
  const tags = [...(frontMatter.tags ?? []), ...header.words].map(tagOf);
  const options = {
    html,
    language: frontMatter.lang?.value ?? language,
    title: frontMatter.title?.value,
  };
  const { facts, template, prose } =
    format === "txt" ? readPlainText(text, body) : readMarkdown(text, body, options);
  return {
    manuscript: { frontMatter, tags, body, ...facts },
    findings: [...findings, ...tooMany(tags), ...tags.flatMap(nameless)],
    template,
    prose,
  };
}

interface ReadBody extends ReadFacts {
  readonly template: string;
}

function readMarkdown(
  text: string,
  body: Span,
  options: ReadingOptions & { readonly title: string | undefined },
): ReadBody {
  let read: ReadFacts | undefined;
  const parsed = parseBody(text.slice(body.start, body.end), options, (halfway) => {
    read = factsOfMarkdown(halfway, text, body, options);
  });
  return { ...read!, template: templateOfMarkdown(parsed, options.title) };
}

const readPlainText = (text: string, body: Span): ReadBody => ({
  ...factsOfPlainText(text, body),
  template: templateOfPlainText(text, body),
});

const KINDS: Readonly<Record<string, TagKind>> = { "#": "topic", $: "ticker", "@": "mention" };

function tagOf({ value, span }: Located<string>): Tag {
  const kind = KINDS[value[0] ?? ""];
  return kind === undefined
    ? { kind: "topic", label: clean(value).trim(), span }
    : { kind, label: clean(value.slice(1)).trim(), span };
}

const error = (message: string, help: string, { span }: Tag): Finding => ({
  code: "invalid-front-matter",
  severity: "error",
  message,
  help,
  span,
});

const tooMany = (tags: readonly Tag[]): readonly Finding[] =>
  tags.length <= MAX_TAGS
    ? []
    : [
        error(
          `the essay has ${tags.length} tags, and ${MAX_TAGS} is the most`,
          "Readers find nothing by so many. Keep the few that say what it is about.",
          tags[MAX_TAGS]!,
        ),
      ];

const nameless = (tag: Tag): readonly Finding[] =>
  tag.label !== ""
    ? []
    : [error("a tag has no name", "Write a word behind its sign, or delete it.", tag)];
