import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { isElsewhere } from "../target.ts";
import { isEmpty, unmasked } from "./comments.ts";

/**
 * A picture that stands alone in its paragraph and has a title becomes a figure, and the title its caption. Readers of a
 * telephone never see a title otherwise.
 */
export function captionPictures(md: MarkdownIt): void {
  md.core.ruler.after("inline", "figures", makeFigures);
}

/** Whether a picture's title is shown below it, as words of the text. */
export const isCaptioned = ({ meta }: Token): boolean => meta?.["isCaptioned"] === true;

function makeFigures({ tokens, Token }: StateCore): void {
  tokens.forEach((token, i) => {
    const [open, close] = [tokens[i - 1], tokens[i + 1]];
    if (token.type !== "inline" || open?.type !== "paragraph_open" || !close) return;
    const picture = aloneIn(token.children ?? []);
    const caption = String(picture?.attrGet("title") ?? "");
    if (!picture || unmasked(caption).trim() === "") return;
    for (const [edge, type] of [
      [open, "figure_open"],
      [close, "figure_close"],
    ] as const) {
      Object.assign(edge, { type, tag: "figure", hidden: false });
    }
    picture.attrs = picture.attrs!.filter(([name]) => name !== "title");
    picture.meta = Object.assign(picture.meta ?? {}, { isCaptioned: true });
    token.children!.splice(token.children!.indexOf(picture) + 1, 0, ...captionOf(caption, Token));
  });
}

/** The picture of our own that is all of a paragraph, comments aside. */
function aloneIn(tokens: readonly Token[]): Token | undefined {
  const [picture, ...others] = tokens.filter((token) => !isEmpty(token));
  if (picture?.type !== "image" || others.length > 0) return undefined;
  return isElsewhere(String(picture.attrGet("src"))) ? undefined : picture;
}

/** A text of its own, so that typography knows it. */
function captionOf(caption: string, Token: StateCore["Token"]): readonly Token[] {
  const text = new Token("text", "", 0);
  text.content = caption;
  return [
    new Token("figcaption_open", "figcaption", 1),
    text,
    new Token("figcaption_close", "figcaption", -1),
  ];
}
