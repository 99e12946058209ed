import type { MarkdownIt, Token } from "markdown-it";
import { OWN_PAGE } from "../markers.ts";

/**
 * Makes each heading a link to itself, so that readers can send a part. A heading that holds a link, a picture or a
 * note stays as it is: links do not nest.
 */
export function linkHeadings(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules["heading_open"] = (tokens, i, options, _env, renderer) =>
    renderer.renderToken(tokens, i, options) + opening(tokens[i]!);
  rules["heading_close"] = (tokens, i, options, _env, renderer) =>
    (isLinked(tokens[i - 2]!) ? "</a>" : "") + renderer.renderToken(tokens, i, options);
}

/** A heading has an id and is words alone. An opening is two tokens before its end. */
const isLinked = (heading: Token): boolean =>
  heading.meta?.["isPlain"] === true && heading.attrGet("id") !== null;

const opening = (heading: Token): string =>
  isLinked(heading) ? `<a class="permalink" href="${OWN_PAGE}#${heading.attrGet("id")}">` : "";
