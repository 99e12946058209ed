import { html, type Html, type Part } from "../../text/html.ts";
import type { Span } from "../../text/span.ts";
import { pathOf, type Places } from "../places.ts";
import { counted } from "../summary.ts";
import { visible } from "../visible.ts";
import { excerptOf, type Piece } from "./excerpt.ts";

/** What all parts of the page are made with. */
export interface Context {
  readonly places: Places;
  readonly root: string;
  /** Of a place, in characters. */
  readonly room: number;
}

/** A place with its file and lines, as they stand in the file, and marks on what only this place says. */
export interface Side {
  readonly file: string;
  readonly span: Span;
  /** What is said of it: "said first here". */
  readonly role: string;
  readonly changed: readonly Span[];
}

/** One of several places of a passage. */
export const side = (place: Side, context: Context): Html =>
  html`<section class="side">
    <h4>
      <span class="path">${visible(pathOf(place.file, context.root))}</span>
      <span class="where">${linesIn(place, context)} · ${visible(place.role)}</span>
    </h4>
    ${excerpt(place, context)}
  </section>`;

/** "line 8", "lines 8–13". */
export function linesIn({ file, span }: Pick<Side, "file" | "span">, { places }: Context): string {
  const { start, end } = places.rangeOf(file, span);
  return start.line === end.line ? `line ${start.line}` : `lines ${start.line}–${end.line}`;
}

/** The text of a place, each line behind its number. Whoever reads it aloud asks the browser for its language and direction. */
export function excerpt(
  { file, span, changed }: Omit<Side, "role">,
  { places, room }: Context,
  around?: Span,
): Part {
  const lines = places.linesOf(file);
  if (!lines) return undefined;
  const text = places.textOf(file);
  const shown = excerptOf(text, lines, around ?? span, changed, room);
  return (
    shown.length > 0 &&
    html`<ol class="lines">
      ${shown.map(
        ({ line, pieces }) =>
          html`<li value="${line}">
            <p lang="" dir="auto">${pieces.map((piece) => pieceOf(piece, text))}</p>
          </li> `,
      )}
    </ol>`
  );
}

function pieceOf(piece: Piece, text: string): Part {
  if (piece.kind === "gap")
    return html` <span class="gap">… ${counted(piece.words, "word")} …</span> `;
  const shown = visible(text.slice(piece.span.start, piece.span.end));
  return piece.kind === "same" ? shown : html`<mark>${shown}</mark>`;
}
