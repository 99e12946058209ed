import { existsSync } from "node:fs";
import { join } from "node:path";
import { explained } from "../build/failures.ts";
import type { ReadSite } from "../build/read-site.ts";
import { frontMatterText } from "../essays/front-matter-text.ts";
import { readManuscript } from "../essays/manuscript.ts";
import { essayName } from "../essays/slug.ts";
import { Refusal } from "../io/refusal.ts";
import { writeNew } from "../io/text-files.ts";
import { shortest } from "../io/terminal.ts";
import { clean } from "../text/clean.ts";
import { holderOf, siteSoFar } from "./site-so-far.ts";

/** An essay to begin. */
export interface Beginning {
  readonly title: string;
  /** With their signs, where they have some. */
  readonly tags: readonly string[];
  readonly isDraft: boolean;
}

export interface Begun {
  /** Where the essay was written, absolute. */
  readonly path: string;
  /** What the writer may want to know besides. */
  readonly hints: readonly string[];
}

/**
 * Begins an essay of today: a file with its front matter, ready to be written. Refuses where the file is there, or where
 * the address is taken.
 *
 * @param asOf the day that counts as today; without it the clock is asked, in the site's zone
 */
export async function newEssay(
  content: string,
  { title: given, tags, isDraft }: Beginning,
  asOf: string | undefined,
): Promise<Begun> {
  const title = inOneLine(given);
  const { read, settings, settingSpan, today } = await siteSoFar(content, asOf);
  const name = essayName(today, title);
  const path = join(content, `essays/${name}.md`);
  refuseTaken(read, path, name.slice(`${today}-`.length));
  const text = frontMatterText({
    title,
    date: today,
    tags,
    ...(isDraft && { draft: true }),
  });
  refuseUnreadable(text, title, settings.language);
  const isNew = await explained("Nothing was written.", () => writeNew(path, text));
  if (!isNew) throw new Refusal(thereAlready(path));
  return {
    path,
    hints: [
      ...(asOf === undefined && settingSpan(["timeZone"]) === undefined
        ? [`Today is ${today} in UTC: ${shortest(join(content, "site.yaml"))} names no timeZone.`]
        : []),
      ...(isDraft ? ["A draft is shown by npm start alone, until you delete its line."] : []),
    ],
  };
}

function refuseTaken(read: ReadSite, path: string, slug: string): void {
  if (existsSync(path)) throw new Refusal(thereAlready(path));
  const holder = holderOf(read, slug);
  if (holder === undefined) return;
  throw new Refusal(
    `The address /essays/${slug}/ is taken by ${holder}. Nothing was written: choose another title.`,
  );
}

const thereAlready = (path: string): string =>
  `${shortest(path)} is there already. Nothing was written.`;

/** A title as front matter holds it: in one line, without characters that no page can carry. */
export const inOneLine = (title: string): string =>
  clean(title.replace(/[\t\n\r\u2028\u2029 ]+/g, " ")).trim();

/** What Galley writes it can read: a title or a tag that it could not is the writer's to change. */
function refuseUnreadable(text: string, title: string, language: string): void {
  const { manuscript, findings } = readManuscript(text, "md", "essay", { html: false, language });
  const [finding] = findings;
  if (finding) throw new Refusal(`${finding.message}. Nothing was written.`);
  if (manuscript.frontMatter.title?.value === title) return;
  throw new Error(`the title ${JSON.stringify(title)} is read as something else`);
}
