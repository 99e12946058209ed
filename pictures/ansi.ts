import { html, type Html } from "../src/text/html.ts";

const ESCAPE = "\u001b";
const COLOUR_CODES = new RegExp(`${ESCAPE}\\[([\\d;]*)m`);
const ERASING_CODES = new RegExp(`${ESCAPE}\\[\\d*K`, "g");

/** What codes of "Select Graphic Rendition" (ECMA-48, 8.3.117) turn on, of those that our reports use. */
const STYLES: Readonly<Record<string, string>> = {
  "1": "bold",
  "2": "dim",
  "31": "red",
  "33": "yellow",
  "36": "cyan",
};

/** What the codes turn off that end a style. */
const ENDED: Readonly<Record<string, readonly string[]>> = {
  "0": Object.values(STYLES),
  "22": ["bold", "dim"],
  "39": ["red", "yellow", "cyan"],
};

/** What a program leaves on a terminal, as HTML: a span for each run of one style, whose classes name it. */
export function htmlOfTerminal(output: string): Html {
  const [first = "", ...rest] = shownOf(output).split(COLOUR_CODES);
  let styles: readonly string[] = [];
  const runs = [run(first, styles)];
  for (let i = 0; i < rest.length; i += 2) {
    styles = (rest[i] || "0").split(";").reduce(styledBy, styles);
    runs.push(run(rest[i + 1]!, styles));
  }
  return html`${runs}`;
}

/** Of a line that was written over, the last version; without orders to erase. */
const shownOf = (output: string): string =>
  output
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.slice(line.lastIndexOf("\r") + 1).replace(ERASING_CODES, ""))
    .join("\n")
    .trimEnd();

/** Throws at a code that is not known, since the picture would show something else than the terminal. */
function styledBy(styles: readonly string[], code: string): readonly string[] {
  const style = STYLES[code];
  if (style !== undefined) return [...styles, style];
  const ended = ENDED[code];
  if (ended === undefined) throw new Error(`The colour code ${code} has no style.`);
  return styles.filter((name) => !ended.includes(name));
}

function run(text: string, styles: readonly string[]): Html | undefined {
  if (text === "") return undefined;
  return styles.length === 0
    ? html`${text}`
    : html`<span class="${styles.join(" ")}">${text}</span>`;
}
