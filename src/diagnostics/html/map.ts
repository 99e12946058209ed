import { html, raw, type Html } from "../../text/html.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { counted } from "../summary.ts";
import { visible } from "../visible.ts";

/** Two files that share passages; one file that repeats itself. */
interface Pair {
  readonly earlier: string;
  readonly later: string;
  words: number;
  readonly ids: string[];
}

/** More rows are no map. */
const MOST_DRAWN = 30;
const MOST_LISTED = 100;
const MOST_LINKS = 5;

/** In pixels of the usual size: of a row of the list of files, and of the drawing beside it. */
const ROW = 28;
const WIDTH = 96;
const PIXELS_A_REM = 16;
/** How far the handles of a loop, and of the shortest arc, stand out. */
const LOOP = 34;
const THINNEST = 1.5;
const THICKEST = 6;

/** Which files share text: a drawing of arcs, and the same as a table. */
export function shareMap(
  passages: readonly Diagnostic[],
  idOf: (finding: Diagnostic) => string,
): Html {
  const pairs = pairsOf(passages, idOf).toSorted((a, b) => b.words - a.words);
  const files = [...new Set(pairs.flatMap(({ earlier, later }) => [earlier, later]))];
  const drawn = files.slice(0, MOST_DRAWN).toSorted();
  const left = files.length - drawn.length;
  const idIn = (file: string): string =>
    pairs.find(({ earlier, later }) => earlier === file || later === file)!.ids[0]!;
  return html`<figure>
      <div class="map">
        <ol>
          ${drawn.map((file) => html`<li><a href="#${idIn(file)}">${nameOf(file)}</a></li> `)}
        </ol>
        ${drawing(pairs, drawn)}
      </div>
      <figcaption>
        An arc joins two texts that share a passage, or a text with itself; the thicker, the more
        words.
        ${left > 0 && `The ${counted(left, "text")} that share the fewest words are left out here.`}
      </figcaption>
    </figure>
    ${tableOf(pairs)}`;
}

function pairsOf(
  passages: readonly Diagnostic[],
  idOf: (finding: Diagnostic) => string,
): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const found of passages) {
    const words = Number(found.data?.["words"] ?? 0);
    for (const earlier of new Set(found.related?.map(({ file }) => file))) {
      const key = JSON.stringify([earlier, found.file]);
      const pair = pairs.get(key) ?? { earlier, later: found.file, words: 0, ids: [] };
      pairs.set(key, pair);
      pair.words += words;
      pair.ids.push(idOf(found));
    }
  }
  return [...pairs.values()];
}

/** What tells a text from others at a glance. */
const nameOf = (file: string): string =>
  visible(file.replace(/^essays\//, "").replace(/(?:\/index)?\.(?:md|txt)$/, ""));

/** Of no use to who can't see it: the table says the same. */
function drawing(pairs: readonly Pair[], files: readonly string[]): Html {
  const rows = new Map(files.map((file, row) => [file, row]));
  const most = pairs[0]!.words || 1;
  const arcs = pairs.flatMap(({ earlier, later, words }) => {
    const [from, to] = [rows.get(earlier), rows.get(later)];
    if (from === undefined || to === undefined) return [];
    const thickness = THINNEST + (thickest(from === to) - THINNEST) * Math.sqrt(words / most);
    return `<path d="${arc(from, to, files.length)}" stroke-width="${thickness.toFixed(1)}"></path>`;
  });
  const height = files.length * ROW;
  const rem = (pixels: number): string => `${pixels / PIXELS_A_REM}rem`;
  return html`<svg
    viewBox="0 0 ${WIDTH} ${height}"
    width="${rem(WIDTH)}"
    height="${rem(height)}"
    aria-hidden="true"
  >
    ${raw(arcs.join(""))}
  </svg>`;
}

/** A loop has less room. */
const thickest = (isLoop: boolean): number => (isLoop ? THICKEST / 2 : THICKEST);

function arc(from: number, to: number, rows: number): string {
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)].map((row) => (row + 0.5) * ROW);
  if (from === to) return `M0 ${top!}C${LOOP} ${top! - ROW} ${LOOP} ${top! + ROW} 0 ${top!}`;
  // A curve reaches three quarters of the way to its handles.
  const reach =
    (WIDTH / 0.75 - THICKEST - LOOP) * (Math.abs(from - to) / Math.max(1, rows - 1)) + LOOP;
  return `M0 ${top}C${reach.toFixed(0)} ${top} ${reach.toFixed(0)} ${bottom} 0 ${bottom}`;
}

function tableOf(pairs: readonly Pair[]): Html {
  const rest = pairs.length - MOST_LISTED;
  return html`<table>
      <caption>
        Texts that share passages, most words first
      </caption>
      <thead>
        <tr>
          <th scope="col">Texts</th>
          <th scope="col" class="number">Words</th>
          <th scope="col">Passages</th>
        </tr>
      </thead>
      <tbody>
        ${pairs.slice(0, MOST_LISTED).map(rowOf)}
      </tbody>
    </table>
    ${rest > 0 && html`<p>and ${counted(rest, "more pair")}, with fewer words</p>`}`;
}

const rowOf = ({ earlier, later, words, ids }: Pair): Html =>
  html`<tr>
    <td>
      ${nameOf(earlier)}<br />
      ${earlier === later ? "and itself" : `and ${nameOf(later)}`}
    </td>
    <td class="number">${words}</td>
    <td class="links">
      ${ids.slice(0, MOST_LINKS).map((id) => html`<a href="#${id}">${id.slice(1)}</a> `)}
      ${ids.length > MOST_LINKS && `and ${ids.length - MOST_LINKS} more`}
    </td>
  </tr> `;
