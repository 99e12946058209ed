import { importAll } from "../writing/import.ts";
import { inOneLine } from "../writing/new-essay.ts";
import { INPUT, pastesFrom } from "../writing/pastes.ts";
import type { Wishes } from "../writing/paste.ts";
import { exits, UsageError, type Command, type Values } from "./command.ts";
import { asOfIn, dayIn, foldersIn, writingHelp, writingOptions } from "./folders.ts";
import { importedText, rejectionText } from "./imported.ts";

export const command: Command = {
  summary: "make essays of pasted text",
  help: `Usage: npm run import -- [options] FILE…
       npm run import -- [options] - < FILE

  -                      the text comes from standard input
  --md                   make Markdown of it; what Markdown would take for markup is escaped
  --unwrap               join lines that were broken at a width into paragraphs; a .txt that lies in
                         content/essays already is changed where it lies
  --date=YYYY-MM-DD      its day; else that of its front matter, of the file's name, else today
  --title="A title"      its title; else that of its front matter or heading, the file's name, its first sentence
  --dry-run              say what would be written, and write nothing
${writingHelp}

Writes content/essays/YYYY-MM-DD-slug.txt, or .md. The words stay as they are. Says what was inferred, and what the proof
of the whole site finds in the new essay: what was said before, above all. Nothing is ever overwritten.
Exit codes: 0 all imported, 1 some were not, 2 wrong usage.`,
  options: {
    ...writingOptions,
    md: { type: "boolean" },
    unwrap: { type: "boolean" },
    date: { type: "string" },
    title: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  takesFiles: true,

  async run(values, names) {
    const { content } = foldersIn(values);
    const asOf = asOfIn(values);
    const wishes = wishesIn(values, names);
    const isDry = values["dry-run"] === true;
    const pastes = await pastesFrom(names, content, wishes);
    const results = await importAll(pastes, wishes, { content, asOf, isDry });
    for (const result of results) {
      if (result.kind === "imported") process.stdout.write(importedText(result, content, isDry));
      else process.stderr.write(rejectionText(result));
    }
    return results.every(({ kind }) => kind === "imported") ? exits.fine : exits.errors;
  },
};

function wishesIn(values: Values, names: readonly string[]): Wishes {
  if (names.length === 0) {
    throw new UsageError(`Name the files to import, or ${INPUT} for standard input.`);
  }
  if (names.filter((name) => name === INPUT).length > 1) {
    throw new UsageError(`${INPUT} stands for standard input, which can be read once.`);
  }
  const date = dayIn("--date", values["date"]);
  const title = typeof values["title"] === "string" ? inOneLine(values["title"]) : undefined;
  if (title === "") throw new UsageError("--title= needs a title.");
  if (title !== undefined && names.length > 1) {
    throw new UsageError("--title is the title of one essay; import the files one by one.");
  }
  return {
    markdown: values["md"] === true,
    unwrap: values["unwrap"] === true,
    ...(date !== undefined && { date }),
    ...(title !== undefined && { title }),
  };
}
