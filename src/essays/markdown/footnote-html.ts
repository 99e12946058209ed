import type { Env, MarkdownIt, Token } from "markdown-it";
import { OWN_PAGE } from "../markers.ts";

/** Renders notes and the links between them and the text. Ids grow from `env.docId`; no heading's id has a colon. */
export function renderFootnotes(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules["footnote_ref"] = (tokens, i, _options, env) => reference(tokens[i]!, env!);
  rules["footnote_anchor"] = (tokens, i, _options, env) => backReference(tokens[i]!, env!);
  rules["footnote_open"] = (tokens, i, _options, env) =>
    `<li id="fn:${idOf(tokens[i]!, env!)}" class="footnote-item">`;
  // A section would ask for a heading.
  rules["footnote_block_open"] = () => '<div class="footnotes">\n<ol class="footnotes-list">\n';
  rules["footnote_block_close"] = () => "</ol>\n</div>\n";
}

const idOf = ({ meta }: Token, env: Env): string =>
  `${String(env["docId"])}-${Number(meta!["id"]) + 1}`;

/** The second reference to a note has an id of its own. */
function referenceIdOf(token: Token, env: Env): string {
  const again = Number(token.meta!["subId"] ?? 0);
  return `fnref:${idOf(token, env)}${again > 0 ? `-${again + 1}` : ""}`;
}

function reference(token: Token, env: Env): string {
  const number = Number(token.meta!["id"]) + 1;
  const id = referenceIdOf(token, env);
  if (token.meta!["inLink"]) return `<sup class="footnote-ref" id="${id}">${number}</sup>`;
  const href = `${OWN_PAGE}#fn:${idOf(token, env)}`;
  return `<sup class="footnote-ref" id="${id}"><a href="${href}" role="doc-noteref">${number}</a></sup>`;
}

/** Nothing leads back to where no reference is shown. */
function backReference(token: Token, env: Env): string {
  const id = referenceIdOf(token, env);
  const shown = env["shownReferences"] as ReadonlySet<string>;
  if (!shown.has(id)) return "";
  return ` <a href="${OWN_PAGE}#${id}" class="footnote-backref" role="doc-backlink">\u21a9\ufe0e</a>`;
}

/** Notes in `env` which references are shown: those in alt texts, and in the title, are not. */
export function noteReferences(tokens: readonly Token[], env: Env): void {
  const shown = new Set<string>();
  for (const { children } of tokens) {
    let depth = 0;
    for (const token of children ?? []) {
      if (token.type === "link_open") depth++;
      if (token.type === "link_close") depth--;
      if (token.type !== "footnote_ref") continue;
      token.meta!["inLink"] = depth > 0;
      shown.add(referenceIdOf(token, env));
    }
  }
  env["shownReferences"] = shown;
}
