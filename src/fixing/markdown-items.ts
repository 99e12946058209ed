import type { Env, Token } from "markdown-it";
import type { ParsedBody } from "../essays/markdown.ts";
import { unmasked } from "../essays/markdown/comments.ts";
import { notesIn } from "../essays/markdown/footnotes.ts";
import { headingIds } from "../essays/markdown/headings.ts";
import { SourceMap } from "../essays/markdown/source-map.ts";
import { asSentence, edge, sentencesOf, type Item } from "./items.ts";
import { joined, LINE_BREAK, marked, object, type Marked, type Marks } from "./marked.ts";

/** What a reader gets of Markdown that is parsed, while it still is as it was written. */
export function itemsOfMarkdown({ tokens, env, source, spanning }: ParsedBody): readonly Item[] {
  // Links from elsewhere lead to headings by their ids.
  headingIds(tokens);
  const map = new SourceMap(source);
  const containers: Marks[] = [[]];
  const items = tokens.flatMap((token): readonly Item[] => {
    const around = containers.at(-1)!;
    if (token.nesting === 1) containers.push([...around, ...marksOf(token)]);
    if (token.nesting === -1) containers.pop();
    if (token.nesting !== 0 || token.type === "hr") return [edgeOf(token)];
    if (token.type === "inline") return sentencesOf(textOf(token.children ?? [], around, env));
    const { start, end } = map.block(token);
    const text = token.content === "" ? source.slice(start, end) : token.content;
    return [asSentence(marked(unmasked(text), [...around, `${token.type} ${token.info}`]))];
  });
  // No token has the comments that span blocks: all of them stay as they are, or nothing does.
  const comments = spanning.map(({ start, end }) => `${end - start}`);
  return comments.length === 0 ? items : [...items, edge("comments", 0, comments.join(" "))];
}

const blockOf = ({ type }: Token): string => type.replace(/_(?:open|close)$/, "");
const labelOf = ({ meta }: Token): string => JSON.stringify(meta?.["label"]) ?? "";

/** All text stands in a paragraph or something like it: that alone is no mark. */
const marksOf = (token: Token): Marks =>
  blockOf(token) === "paragraph" ? [] : [`${blockOf(token)} ${token.tag} ${labelOf(token)}`];

/** Whether a list is set wide or close is for its items to say, and changes with them. */
function edgeOf(token: Token): Item {
  const { nesting, tag, info, attrs } = token;
  const level = blockOf(token) === "heading" ? Number(tag.slice(1)) : 0;
  const appearance = JSON.stringify([info, attrs, labelOf(token)]);
  return edge(blockOf(token), nesting, appearance, level);
}

function textOf(tokens: readonly Token[], around: Marks, env: Env): Marked {
  const outer: Marks[] = [];
  let marks = around;
  const parts = tokens.map((token): Marked => {
    const { type, nesting, content, attrs } = token;
    if (nesting === 1) {
      outer.push(marks);
      marks = [...marks, JSON.stringify([type, attrs])];
    }
    if (nesting === -1) marks = outer.pop() ?? around;
    if (nesting !== 0) return marked("", marks);
    if (type === "hardbreak") return marked("\n", LINE_BREAK);
    if (type === "softbreak") return marked("\n", marks);
    if (type === "text" || type === "text_special") return marked(unmasked(content), marks);
    if (type === "code_inline") return marked(content, [...marks, "code"]);
    return object(marks, whatIs(token, env));
  });
  return joined(parts);
}

/** A picture, a note, raw HTML, a comment: all that can be told of it. */
function whatIs({ type, content, attrs, meta }: Token, env: Env): string {
  if (type !== "footnote_ref") return JSON.stringify([type, content, attrs]);
  const { label, content: note } = notesIn(env)[Number(meta?.["id"])] ?? {};
  return JSON.stringify([type, label, note]);
}
