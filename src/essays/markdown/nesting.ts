import type { MarkdownIt } from "markdown-it";
import { ruleOf } from "./rules.ts";

/** Below markdown-it's own limit, behind which it drops text; a list takes two levels. */
const DEEPEST = 80;
const CONTAINERS = {
  blockquote: ["paragraph", "reference", "blockquote", "list"],
  list: ["paragraph", "reference", "blockquote"],
  footnote_def: ["paragraph", "reference"],
};

/** Quotations, lists and notes in one another: those that are too deep are shown as text. */
export function limitNesting(md: MarkdownIt): void {
  for (const [name, alt] of Object.entries(CONTAINERS)) {
    const rule = ruleOf(md.block.ruler, name);
    md.block.ruler.at(
      name,
      (state, startLine, endLine, silent) =>
        state.level < DEEPEST && rule(state, startLine, endLine, silent),
      { alt },
    );
  }
}
