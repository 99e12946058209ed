import type { Token } from "markdown-it";
import { unmasked } from "./comments.ts";

const TEXTS = new Set(["text", "text_special", "code_inline"]);

/** The words of inline tokens, without markup, notes and pictures. */
export const plainText = (tokens: readonly Token[]): string => textOf(tokens, () => "");

/** The words of a token, and of pictures in it those that stand for them: of a picture itself, of a heading. */
export const altOf = ({ children }: Token): string => textOf(children ?? [], altOf);

function textOf(tokens: readonly Token[], ofPicture: (token: Token) => string): string {
  const parts = tokens.map((token) => {
    if (token.type === "softbreak" || token.type === "hardbreak") return " ";
    if (token.type === "image") return ofPicture(token);
    return TEXTS.has(token.type) ? token.content : "";
  });
  return unmasked(parts.join("")).replace(/\s+/gu, " ").trim();
}
