import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Beginning } from "../support/preview.ts";

/** A site of two essays, whose essay layout can be replaced by another one in one line. */

export const SETTINGS = "content/site.yaml";
export const LAYOUT = "layouts/essay.ts";
export const HARBOUR = "content/essays/2026-01-01-harbour.md";
export const LANTERN = "content/essays/2026-01-02-lantern.md";

export const settings = (title: string): string =>
  [
    "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11",
    `title: ${title}`,
    "url: https://example.org/",
    "author: { name: Ada }",
    "",
  ].join("\n");

export const essay = (words: string): string => `# An essay\n\n${words}\n`;

/** The layout of essays as the project has it, and a word at the end of the page. */
export const layoutSaying = (word: string): string =>
  `import { essay as whole } from "./whole-essay.ts";
export const essay = (props: never) => String(whole(props)).replace("</body>", "<p>${word}</p></body>");
`;

export const smallSite: Beginning = {
  files: {
    [SETTINGS]: settings("Field notes"),
    [HARBOUR]: essay("The harbour was quiet."),
    [LANTERN]: essay("The lantern was lit."),
  },
  prepare(folder) {
    renameSync(join(folder, LAYOUT), join(folder, "layouts/whole-essay.ts"));
    writeFileSync(join(folder, LAYOUT), layoutSaying("layout one"));
  },
};
