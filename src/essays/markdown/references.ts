import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { notesIn } from "./footnotes.ts";

/**
 * `[label]: target` that no link uses, and every one but the first of a label, is a line of prose that only
 * looks like a definition ("[Update]: gone"): it is shown as it is written.
 */
export function keepUnusedReferences(md: MarkdownIt): void {
  md.core.ruler.at("strip_references", () => {});
  md.core.ruler.after("heading_texts", "unused_references", showUnused);
}

const isDefinition = ({ type }: Token): boolean => type === "reference_definition";

function showUnused(state: StateCore): void {
  if (!state.tokens.some(isDefinition)) return;
  const lines = state.src.split("\n");
  const notes = notesIn(state.env).map(({ tokens }) => tokens ?? []);
  const needed = new Set([state.tokens, ...notes].flatMap(labelsIn));
  state.tokens = state.tokens.flatMap((token) => {
    if (!isDefinition(token)) return [token];
    return needed.delete(token.meta!["label"]) ? [] : asParagraph(token, lines, state);
  });
}

/** The labels of links and pictures that name a definition. */
const labelsIn = (tokens: readonly Token[]): readonly unknown[] =>
  tokens.flatMap(({ meta, children, type }) => [
    ...(type === "link_open" || type === "image" ? [meta?.["label"]] : []),
    ...labelsIn(children ?? []),
  ]);

function asParagraph(
  { map, level }: Token,
  lines: readonly string[],
  { Token }: StateCore,
): readonly Token[] {
  const text = new Token("text", "", 0);
  text.content = lines
    .slice(...map!)
    .map((line) => line.replace(/^[\s>]+/, ""))
    .join("\n");
  const open = new Token("paragraph_open", "p", 1);
  const inline = new Token("inline", "", 0);
  const close = new Token("paragraph_close", "p", -1);
  open.map = inline.map = map;
  inline.content = text.content;
  inline.children = [text];
  for (const token of [open, inline, close]) token.level = level;
  for (const token of [open, close]) token.block = true;
  return [open, inline, close];
}
