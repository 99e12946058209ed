import { createRequire } from "node:module";
import type { HLJSApi, LanguageFn } from "highlight.js";

/** Longer code, and code of longer lines, is shown plain: some grammars take time that grows faster than the code. */
const LONGEST = 20_000;
const LONGEST_LINE = 500;

/** What a language may be called; nothing of it reaches a path but this. */
const NAME = /^[a-z0-9][a-z0-9+#-]*$/;

const require = createRequire(import.meta.url);

/**
 * Highlighters by language. One that knows more than the common languages knows just one: else what a block looks like
 * would hang on the blocks that were read before it, since a grammar may ask for any other, and brings other names along.
 */
const known = new Map<string, HLJSApi | undefined>();

/**
 * Code as HTML with its parts in `<span class="hljs-…">`; undefined where the language is unknown. The library is loaded
 * with the first code of a build, so that essays without code do not pay for it.
 */
export function highlighted(code: string, language: string): string | undefined {
  const name = language.toLowerCase();
  if (!NAME.test(name) || isLong(code)) return undefined;
  if (!known.has(name)) known.set(name, highlighterFor(name));
  return known.get(name)?.highlight(code, { language: name, ignoreIllegals: true }).value;
}

const isLong = (code: string): boolean =>
  code.length > LONGEST || code.split("\n").some((line) => line.length > LONGEST_LINE);

function highlighterFor(name: string): HLJSApi | undefined {
  const common = require("highlight.js/lib/common") as HLJSApi;
  if (common.getLanguage(name)) return common;
  let path: string;
  try {
    path = require.resolve(`highlight.js/lib/languages/${name}`);
  } catch {
    return undefined;
  }
  const own = common.newInstance();
  own.registerLanguage(name, require(path) as LanguageFn);
  return own;
}
