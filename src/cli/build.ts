import { lookAhead } from "../io/look.ts";
import { DEFAULT_CONTENT, DEFAULT_OUTPUT } from "../io/root.ts";
import { exits, type Command } from "./command.ts";
import { eleventyFor } from "./eleventy.ts";
import { asOfIn, foldersIn, prefixIn, siteHelp, siteOptions } from "./folders.ts";

export const command: Command = {
  summary: "proof the content and write the site",
  help: `Usage: npm run build -- [options]

${siteHelp("write to DIR in place of _site/", "say nothing but what stops the work")}
  --report=FILE          write the findings to FILE too, as check --format=json prints them

Errors in the content stop the build before anything is written. Warnings do not.`,
  options: { ...siteOptions, report: { type: "string" } },

  async run(values) {
    const { content, output } = foldersIn(values);
    asOfIn(values);
    prefixIn(values);
    lookAhead(content, output);
    const places = {
      ...(content !== DEFAULT_CONTENT && { content }),
      ...(output !== DEFAULT_OUTPUT && { output }),
    };
    const site = await eleventyFor("build", places);
    await site.write();
    return exits.fine;
  },
};
