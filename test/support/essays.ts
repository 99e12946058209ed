import { essayOf } from "../../src/essays/infer.ts";
import type { Essay, Format, Role } from "../../src/essays/essay.ts";
import { readManuscript } from "../../src/essays/manuscript.ts";
import { filled, type Resolve } from "../../src/essays/render.ts";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";

export interface Reading {
  readonly essay: Essay;
  readonly findings: readonly Finding[];
  /** The rendered body, before its links are filled in. */
  readonly template: string;
}

export interface ReadingOptions {
  readonly format?: Format;
  readonly role?: Role;
  readonly file?: string;
  readonly html?: boolean;
  readonly settings?: Partial<Settings>;
  readonly asOf?: string;
  readonly firstCommit?: (file: string) => string | undefined;
}

/** Reads one text as an essay, all the way from text to `Essay`. */
export function read(text: string, options: ReadingOptions = {}): Reading {
  const { format = "md", role = "essay", html = false, asOf = "2026-12-31" } = options;
  const file = options.file ?? `essays/an-essay.${format}`;
  const settings = { ...readSettings(undefined).settings, ...options.settings, markdown: { html } };
  const { language } = settings;
  const { manuscript, findings, template } = readManuscript(text, format, role, { html, language });
  const bytes = new TextEncoder().encode(text);
  const inferred = essayOf({ file, role, format, bytes, hash: "" }, manuscript, {
    settings,
    asOf,
    ...(options.firstCommit ? { firstCommit: options.firstCommit } : {}),
  });
  return { essay: inferred.essay, findings: [...findings, ...inferred.findings], template };
}

/** Leaves links as they are. */
export const asWritten: Resolve = ({ target }) => ({ href: target });

/** Reads one text as an essay and renders its body. */
export function render(
  text: string,
  options: ReadingOptions & { readonly resolve?: Resolve } = {},
): string {
  const { essay, template } = read(text, options);
  return filled(template, essay, options.resolve ?? asWritten);
}

/** What a browser would show of rendered text, attributes aside. */
export const shownText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
