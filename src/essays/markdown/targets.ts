import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { LINK, PICTURE } from "../markers.ts";
import { isElsewhere } from "../target.ts";
import { altOf } from "./text.ts";

/** Puts marks where targets stand, to be filled in when it is known what they lead to. Pictures of other sites become links. */
export function markTargets(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type !== "inline" || !token.children?.some(hasTarget)) continue;
    token.children = marked(token.children);
  }
}

const hasTarget = ({ type }: Token): boolean => type === "link_open" || type === "image";

function marked(tokens: readonly Token[]): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === "link_open") {
      links++;
      token.attrSet("href", LINK + String(token.attrGet("href")) + LINK);
    }
    if (token.type === "link_close") links--;
    return token.type === "image" ? picture(token, links > 0) : [token];
  });
}

function picture(token: Token, isInLink: boolean): readonly Token[] {
  const target = String(token.attrGet("src"));
  const alt = altOf(token);
  const title = token.attrGet("title");
  if (isElsewhere(target)) {
    const words = alt === "" ? target : alt;
    if (!isInLink) return linked(textToken(words), LINK + target + LINK, title);
    return [textToken(title === null ? words : `${words} (${title})`)];
  }
  token.attrs = [
    ["src", PICTURE + target + PICTURE],
    ["alt", alt],
  ];
  if (title !== null) token.attrPush(["title", title]);
  token.attrPush(["loading", "lazy"]);
  token.attrPush(["decoding", "async"]);
  return [token];
}

function textToken(content: string): Token {
  const token = new MarkdownIt.Token("text", "", 0);
  token.content = content;
  return token;
}

function linked(label: Token, href: string, title: string | number | null): readonly Token[] {
  const open = new MarkdownIt.Token("link_open", "a", 1);
  open.attrs = [["href", href]];
  if (title !== null) open.attrPush(["title", title]);
  return [open, label, new MarkdownIt.Token("link_close", "a", -1)];
}
