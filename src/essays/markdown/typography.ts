import type { MarkdownIt, StateCore, Token } from "markdown-it";

type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const ENGLISH: Quotes = ["“", "”", "‘", "’"];
const LOW_HIGH: Quotes = ["„", "“", "‚", "‘"];
const LOW_RIGHT: Quotes = ["„", "”", "‚", "’"];
const GUILLEMETS: Quotes = ["«", "»", "“", "”"];
const RIGHT_ALONE: Quotes = ["”", "”", "’", "’"];

/** Quotation marks by language. What is not here takes the English ones. */
const QUOTES: Readonly<Record<string, Quotes>> = {
  de: LOW_HIGH,
  "de-ch": ["«", "»", "‹", "›"],
  cs: LOW_HIGH,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  bg: LOW_HIGH,
  is: LOW_HIGH,
  lt: LOW_HIGH,
  pl: LOW_RIGHT,
  ro: ["„", "”", "«", "»"],
  hu: ["„", "”", "»", "«"],
  hr: LOW_RIGHT,
  nl: ENGLISH,
  // A narrow no-break space keeps the guillemets at their words.
  fr: ["«\u202f", "\u202f»", "“", "”"],
  "fr-ch": ["«\u202f", "\u202f»", "‹\u202f", "\u202f›"],
  es: GUILLEMETS,
  it: GUILLEMETS,
  pt: GUILLEMETS,
  "pt-br": ENGLISH,
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  el: GUILLEMETS,
  nb: ["«", "»", "‘", "’"],
  no: ["«", "»", "‘", "’"],
  nn: ["«", "»", "‘", "’"],
  da: ["»", "«", "›", "‹"],
  sv: RIGHT_ALONE,
  fi: RIGHT_ALONE,
};

/** The quotation marks of a language tag: of its region where that has its own, else of its language. */
export function quotesOf(language: string): Quotes {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const region = rest.find((subtag) => subtag.length === 2);
  return QUOTES[`${primary}-${region ?? ""}`] ?? QUOTES[primary] ?? ENGLISH;
}

/**
 * Quotes, dashes and dots take their typographic form; nothing else of markdown-it's replacements, which
 * would turn `(c)` and `+-` into what the writer did not write.
 */
export function setType(md: MarkdownIt, language: string): void {
  md.set({ typographer: true, quotes: [...quotesOf(language)] });
  md.core.ruler.at("replacements", dashesAndDots);
}

const RARE = /--|\.\.\./;
const DASHES = /-{2,}/g;
const DOTS = /\.{3,}/g;

function dashesAndDots({ tokens }: StateCore): void {
  for (const { type, content, children } of tokens) {
    if (type === "inline" && RARE.test(content)) replaceIn(children ?? []);
  }
}

function replaceIn(tokens: readonly Token[]): void {
  let inAutolink = false;
  for (const token of tokens) {
    if (token.info === "auto") inAutolink = token.type === "link_open";
    if (token.type !== "text" || inAutolink) continue;
    token.content = token.content.replace(DASHES, dash).replace(DOTS, dots);
  }
}

/**
 * `---` is an em dash. `--` is an en dash between words or between spaces: `--force` is an option of a
 * command. Longer runs are rules that someone drew.
 */
function dash(run: string, at: number, text: string): string {
  if (run === "---") return "—";
  const isSpaceBefore = at === 0 || /\s/u.test(text[at - 1]!);
  const isSpaceBehind = at + 2 === text.length || /\s/u.test(text[at + 2]!);
  return run === "--" && isSpaceBefore === isSpaceBehind ? "–" : run;
}

/** Four dots are the writer's own. */
const dots = (run: string): string => (run === "..." ? "…" : run);
