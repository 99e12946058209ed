import type { Ruler } from "markdown-it";

/** A rule as it stands, to be wrapped in one that knows more. */
export function ruleOf<Args extends unknown[], Result>(
  ruler: Ruler<Args, Result>,
  name: string,
): (...args: Args) => Result {
  const rule = ruler.__rules__[ruler.__find__(name)];
  if (rule === undefined) throw new Error(`markdown-it has no rule named ${name}`);
  return rule.fn;
}
