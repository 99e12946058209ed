import { clean } from "./clean.ts";

/** Markup that is safe to write as it is. Only `html` and `raw` make it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template may hold. `false`, `undefined` and `null` leave nothing behind. */
export type Part = Html | string | number | false | undefined | null | readonly Part[];

/**
 * HTML with everything between `${` and `}` escaped, for text and for quoted attributes. It is a tagged
 * template and not JSX because this needs no pragma, no runtime and no second language: it reads like
 * the HTML that it makes.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = tidy(strings);
  let text = pieces[0]!;
  for (let i = 0; i < parts.length; i++) text += textOf(parts[i]) + pieces[i + 1]!;
  return new Html(text);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * The template as the page gets it: without indents, which belong to the source, and without the slash
 * of `<br />`, which is prettier's and not HTML's. Each template is read once.
 */
function tidy(strings: TemplateStringsArray): readonly string[] {
  let pieces = known.get(strings);
  if (pieces) return pieces;
  pieces = strings.map((piece) => piece.replace(/\s*\n\s*/g, "\n").replace(/\s*\/>/g, ">"));
  known.set(strings, pieces);
  return pieces;
}

/** The one door for markup that was made elsewhere: rendered Markdown. */
export const raw = (markup: string): Html => new Html(markup);

function textOf(part: Part): string {
  if (typeof part === "string") return escape(part);
  if (part instanceof Html) return part.toString();
  if (part === false || part === undefined || part === null) return "";
  if (typeof part === "number") return String(part);
  return part.map(textOf).join("");
}

const special = /[&<>"']/;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  const cleaned = clean(text);
  if (!special.test(cleaned)) return cleaned;
  return cleaned.replace(/[&<>"']/g, (character) => references[character]!);
}
