import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { ruleOf } from "./rules.ts";

/** Nobody reads a wider table, and the time that markdown-it takes for one grows with the square of its columns. */
const MOST_COLUMNS = 500;

/** Tables without inline styles, and without losing the cells that a row has too many. */
export function keepTables(md: MarkdownIt): void {
  const table = ruleOf(md.block.ruler, "table");
  md.block.ruler.at(
    "table",
    (state, startLine, endLine, silent) => {
      if (lineOf(state, startLine).split("|", MOST_COLUMNS + 2).length > MOST_COLUMNS + 1)
        return false;
      const first = state.tokens.length;
      if (!table(state, startLine, endLine, silent)) return false;
      if (!silent) mend(state, state.tokens.slice(first));
      return true;
    },
    { alt: ["paragraph", "reference"] },
  );
}

function mend(state: StateBlock, tokens: readonly Token[]): void {
  // A wide table scrolls: who has no mouse has to be able to get there.
  tokens[0]!.attrSet("tabindex", "0");
  const columns = tokens.filter(({ type }) => type === "th_open").length;
  let line = -1;
  let cell = 0;
  tokens.forEach((token, i) => {
    if (token.type === "tr_open") {
      line = token.map![0];
      cell = 0;
    }
    if (token.type !== "inline") return;
    alignByClass(tokens[i - 1]!);
    token.meta = { row: line };
    if (++cell === columns) token.content += surplus(lineOf(state, line), columns);
  });
}

/** `style` attributes are forbidden on the pages; the style sheet knows these classes. */
function alignByClass(cell: Token): void {
  const alignment = /^text-align:(\w+)$/.exec(String(cell.attrGet("style") ?? ""))?.[1];
  if (alignment) cell.attrs = [["class", `align-${alignment}`]];
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trim();

/** What other tables drop: the cells behind the last column, as text of that column. */
function surplus(row: string, columns: number): string {
  const cells = row.split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells
    .slice(columns)
    .map((cell) => ` | ${cell.trim()}`)
    .join("");
}
