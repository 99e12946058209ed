import MarkdownIt from "markdown-it";
import type { MarkdownIt as Markdown, Token } from "markdown-it";
import { countWords } from "../../text/words.ts";
import { LINK, PICTURE } from "../markers.ts";
import { isElsewhere } from "../target.ts";
import { placeOf } from "./places.ts";
import { altOf } from "./text.ts";

/** So many words fit between the title and the lower edge of a telephone: what comes before them is seen at once. */
const WORDS_IN_SIGHT = 100;

/** Puts marks where targets stand, to be filled in when it is known what they lead to. Pictures of other sites become links. */
export function markTargets(tokens: readonly Token[]): void {
  const first = firstInSight(tokens);
  for (const token of tokens) {
    if (token.type !== "inline" || !token.children?.some(hasTarget)) continue;
    token.children = marked(token.children, first);
  }
}

/** The first picture, where it is seen before anybody scrolls: to load it late would show it late. */
function firstInSight(tokens: readonly Token[]): Token | undefined {
  const at = tokens.findIndex(({ children }) => children?.some(isOwnPicture));
  if (at < 0) return undefined;
  const picture = tokens[at]!.children!.find(isOwnPicture)!;
  let words = countWords(tokens[at]!.content.slice(0, placeOf(picture)?.start));
  for (let i = 0; i < at && words <= WORDS_IN_SIGHT; i++) words += countWords(tokens[i]!.content);
  return words <= WORDS_IN_SIGHT ? picture : undefined;
}

const isOwnPicture = (token: Token): boolean =>
  token.type === "image" && !isElsewhere(String(token.attrGet("src")));

/** A blank for the picture's element: its target, and the attributes that are known already. */
export function renderPictures(md: Markdown): void {
  md.renderer.rules["image"] = (tokens, i, _options, _env, renderer) => {
    const [[, target], ...known] = tokens[i]!.attrs as [[string, string], ...[string, string][]];
    const rest = new MarkdownIt.Token("image", "img", 0);
    rest.attrs = known;
    return `${PICTURE}${md.utils.escapeHtml(target)}${PICTURE}${renderer.renderAttrs(rest)}${PICTURE}`;
  };
}

const hasTarget = ({ type }: Token): boolean => type === "link_open" || type === "image";

function marked(tokens: readonly Token[], first: Token | undefined): Token[] {
  let links = 0;
  return tokens.flatMap((token, i) => {
    if (token.type === "link_open") {
      links++;
      const target = String(token.attrGet("href"));
      token.attrSet("href", LINK + target + LINK);
      if (token.info === "auto" || isAllOfLink(target, tokens, i)) token.attrSet(...WRITTEN_OUT);
    }
    if (token.type === "link_close") links--;
    return token.type === "image" ? picture(token, links > 0, token === first) : [token];
  });
}

/** Paper says behind a link where it leads, unless the words do. */
export const WRITTEN_OUT = ["class", "address"] as const;

const isAllOfLink = (words: string, tokens: readonly Token[], opening: number): boolean =>
  tokens[opening + 1]?.content === words && tokens[opening + 2]?.type === "link_close";

function picture(token: Token, isInLink: boolean, isInSight: boolean): readonly Token[] {
  const target = String(token.attrGet("src"));
  const alt = altOf(token);
  const title = token.attrGet("title");
  if (isElsewhere(target)) {
    const words = alt === "" ? target : alt;
    if (!isInLink) return linked(textToken(words), target, title);
    return [textToken(title === null ? words : `${words} (${title})`)];
  }
  token.attrs = [
    ["src", target],
    ["alt", alt],
  ];
  if (title !== null) token.attrPush(["title", title]);
  token.attrPush(isInSight ? ["fetchpriority", "high"] : ["loading", "lazy"]);
  token.attrPush(["decoding", "async"]);
  return [token];
}

function textToken(content: string): Token {
  const token = new MarkdownIt.Token("text", "", 0);
  token.content = content;
  return token;
}

function linked(label: Token, target: string, title: string | number | null): readonly Token[] {
  const open = new MarkdownIt.Token("link_open", "a", 1);
  open.attrs = [["href", LINK + target + LINK]];
  if (title !== null) open.attrPush(["title", title]);
  if (label.content === target) open.attrSet(...WRITTEN_OUT);
  return [open, label, new MarkdownIt.Token("link_close", "a", -1)];
}
