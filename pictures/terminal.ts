import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../src/io/root.ts";
import { ended } from "../test/support/build.ts";
import { htmlOfTerminal } from "./ansi.ts";

const STYLE_SHEET = join(import.meta.dirname, "terminal.css");

/** Proofs this repository's content on a terminal. Returns a page that shows what the terminal does. */
export async function terminalPage(): Promise<string> {
  const { NO_COLOR: _, ...environment } = process.env;
  // `script`, of util-linux, gives a program a terminal: without one there are no colours.
  const { stdout } = await ended("script", ["-qec", "node bin/galley.js check", "/dev/null"], {
    cwd: ROOT,
    env: environment,
  });
  if (!stdout.includes("duplicate-passage")) throw new Error(`The proof flags nothing:\n${stdout}`);
  const screen = htmlOfTerminal(`$ npm run check\n\n${stdout}`);
  const style = readFileSync(STYLE_SHEET, "utf8");
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><pre>${screen.toString()}</pre>`;
}
