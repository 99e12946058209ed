import { createRequire } from "node:module";
import type { HLJSApi, LanguageFn } from "highlight.js";

/** Longer code is shown plain: some grammars take time that grows faster than the code. */
const LONGEST = 20_000;

/** What a language may be called; nothing of it reaches a path but this. */
const NAME = /^[a-z0-9][a-z0-9+#.-]*$/;

const require = createRequire(import.meta.url);
let library: HLJSApi | undefined;

/**
 * Code as HTML with its parts in `<span class="hljs-…">`; undefined where the language is unknown. The library is loaded
 * with the first code of a build, so that essays without code do not pay for it.
 */
export function highlighted(code: string, language: string): string | undefined {
  const name = language.toLowerCase();
  if (code.length > LONGEST || !NAME.test(name)) return undefined;
  library ??= require("highlight.js/lib/common") as HLJSApi;
  if (!library.getLanguage(name)) learn(library, name);
  if (!library.getLanguage(name)) return undefined;
  return library.highlight(code, { language: name, ignoreIllegals: true }).value;
}

/** The common languages are known; of the others one is loaded when it is asked for. */
function learn(hljs: HLJSApi, name: string): void {
  let path: string;
  try {
    path = require.resolve(`highlight.js/lib/languages/${name}`);
  } catch {
    return;
  }
  hljs.registerLanguage(name, require(path) as LanguageFn);
}
