import type { Proof } from "../../src/checks/proof.ts";
import type { Diagnostic, Report } from "../../src/diagnostics/diagnostic.ts";
import { findDuplicates } from "../../src/duplicates/index.ts";
import type { Essay, FrontMatter, Link, Manuscript, Tag } from "../../src/essays/essay.ts";
import type { Settings } from "../../src/settings/settings.ts";
import type { Resolution } from "../../src/site/links.ts";
import { oldestFirst } from "../../src/site/order.ts";
import type { Output, Site } from "../../src/site/site.ts";
import { tagPagesOf } from "../../src/site/tags.ts";
import type { Span } from "../../src/text/span.ts";

/** The first place of `part` in `text`, or the nth. */
export function spanOf(text: string, part: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`“${part}” does not stand ${nth} times in the text`);
  return { start, end: start + part.length };
}

/** A manuscript that is all body, with what a test adds. */
export const manuscriptOf = (text: string, given: Partial<Manuscript> = {}): Manuscript => ({
  frontMatter: {},
  tags: [],
  body: { start: 0, end: text.length },
  opening: "",
  summary: "",
  words: 0,
  links: [],
  anchors: [],
  allowances: [],
  ...given,
});

interface EssayDraft {
  readonly text?: string;
  readonly day?: string;
  /** As they are written: `#essays`, `$OPG`, `@OpenGradient`. */
  readonly tags?: readonly string[];
  readonly frontMatter?: FrontMatter;
  readonly links?: readonly Link[];
  readonly aliases?: readonly string[];
  readonly state?: Essay["state"];
}

/** An essay of which only what a test says is of interest. Comments `<!-- duplicate: … -->` are found in the text. */
export function essayOf(file: string, draft: EssayDraft = {}): Essay {
  const { text = "Some words.", day, frontMatter = {}, links = [] } = draft;
  const tags = (draft.tags ?? []).map(tagOf);
  const allowances = Array.from(text.matchAll(/<!-- duplicate: (.*?) -->/g), (match) => ({
    value: match[1]!,
    span: { start: match.index, end: match.index + match[0].length },
  }));
  return {
    source: {
      file,
      role: "essay",
      format: file.endsWith(".md") ? "md" : "txt",
      bytes: new TextEncoder().encode(text),
      hash: file,
    },
    manuscript: manuscriptOf(text, { frontMatter, tags, links, allowances }),
    title: file,
    titled: true,
    slug: file,
    ...(day !== undefined && { date: { day } }),
    tags,
    description: "",
    aliases: (draft.aliases ?? []).map((value) => ({ value, span: { start: 5, end: 9 } })),
    lang: "en",
    order: 0,
    state: draft.state ?? "published",
  };
}

const kinds = { "#": "topic", $: "ticker", "@": "mention" } as const;

function tagOf(written: string, index: number): Tag {
  const kind = kinds[written[0] as keyof typeof kinds];
  return { kind, label: written.slice(1), span: { start: index, end: index + 1 } };
}

interface ProofDraft {
  readonly essays?: readonly Essay[];
  readonly withheld?: readonly Essay[];
  readonly unusedDescriptions?: readonly Essay[];
  readonly outputs?: readonly Output[];
  readonly links?: readonly (readonly [Essay, Resolution])[];
  readonly lostUrls?: Proof["lostUrls"];
  readonly duplicates?: Partial<Settings["duplicates"]>;
  readonly tagAliases?: Readonly<Record<string, string>>;
  readonly settingSpan?: Proof["settingSpan"];
}

/** A proof of a small site: passages are found by the detector itself, links are an essay's first. */
export function proofOf(draft: ProofDraft): Proof {
  const essays = draft.essays ?? [];
  const site: Site = {
    settings: settingsOf(draft),
    prefix: "/",
    essays,
    pages: [],
    withheld: draft.withheld ?? [],
    tags: tagPagesOf(oldestFirst(essays).toReversed()),
    descriptions: new Map(),
    unusedDescriptions: draft.unusedDescriptions ?? [],
    urlOf: ({ slug }) => `/essays/${slug}/`,
  };
  return {
    site,
    outputs: draft.outputs ?? [],
    links: (draft.links ?? []).map(([essay, resolution]) => ({
      essay,
      link: essay.manuscript.links[0]!,
      resolution,
    })),
    passages: findDuplicates(prosesOf(essays)),
    lostUrls: draft.lostUrls ?? [],
    settingSpan: draft.settingSpan ?? (() => undefined),
  };
}

const prosesOf = (essays: readonly Essay[]) =>
  oldestFirst(essays).map(({ source, manuscript }, order) => ({
    id: source.file,
    text: new TextDecoder().decode(source.bytes),
    skip: manuscript.allowances.map(({ span }) => span),
    order,
  }));

const settingsOf = ({ duplicates, tagAliases }: ProofDraft): Settings => ({
  id: "3f0c0b1e-58b2-4c6e-9d0a-1b2c3d4e5f60",
  title: "Field notes",
  description: "",
  url: "https://example.org/",
  language: "en",
  timeZone: "UTC",
  author: { name: "Ada" },
  tags: { aliases: tagAliases ?? {} },
  duplicates: { severity: "warning", minWords: 25, reworked: false, allow: [], ...duplicates },
  sharePictures: true,
  markdown: { html: false },
  search: true,
});

/** A report on texts by file, with a summary that no test looks at. */
export const reportOf = (
  diagnostics: readonly Diagnostic[],
  texts: Readonly<Record<string, string>> = {},
): Report => ({
  summary: { essays: 1, words: 2, errors: 0, warnings: 1, notes: 0 },
  diagnostics,
  sources: (file) => texts[file],
});
