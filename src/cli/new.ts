import { newEssay } from "../writing/new-essay.ts";
import { shortest } from "../io/terminal.ts";
import { exits, UsageError, type Command } from "./command.ts";
import { asOfIn, foldersIn, writingHelp, writingOptions } from "./folders.ts";

export const command: Command = {
  summary: "begin an essay of today",
  help: `Usage: npm run new -- "A title" [options]

  --draft                mark it as a draft, which npm start alone shows
  --tags="a, b"          its tags, with commas between them; $OPG and @ada keep their signs
${writingHelp}

Writes content/essays/YYYY-MM-DD-slug.md with its title and date, and prints its path. The day is today in the time zone
of content/site.yaml. Nothing is ever overwritten.
Exit codes: 0 written, 1 the file or its address is taken, 2 wrong usage.`,
  options: { ...writingOptions, draft: { type: "boolean" }, tags: { type: "string" } },
  takesFiles: true,

  async run(values, words) {
    const { content } = foldersIn(values);
    const asOf = asOfIn(values);
    const title = words.join(" ");
    if (!/[^\s\p{C}]/u.test(title)) {
      throw new UsageError('An essay needs a title: npm run new -- "A title"');
    }
    const beginning = { title, tags: tagsIn(values["tags"]), isDraft: values["draft"] === true };
    const { path, hints } = await newEssay(content, beginning, asOf);
    console.log(shortest(path));
    for (const hint of hints) console.error(hint);
    return exits.fine;
  },
};

const tagsIn = (tags: string | boolean | undefined): readonly string[] =>
  typeof tags !== "string"
    ? []
    : tags
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== "");
