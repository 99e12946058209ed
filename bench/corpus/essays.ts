import { writeProse, writeTitle } from "./prose.ts";
import type { Pen } from "./prose.ts";
import { vocabulary } from "./vocabulary.ts";

/** Essays lie between these days, oldest first: twenty years, all past, so that none is held back. */
const FIRST_DAY = Date.UTC(2006, 0, 1);
const LAST_DAY = Date.UTC(2025, 11, 31);
const DAY_MS = 86_400_000;

const TAGS_AN_ESSAY = 3;

/** A hundred tags, two by two unlike each other, so that no generator has a reason to warn of a slip. */
const QUALITIES = "bitter coastal digital forgotten golden quiet rural sudden useful young".split(
  " ",
);
const THINGS =
  "animals bridges debts families gardens kitchens letters machines oceans schools".split(" ");
export const TAGS: readonly string[] = QUALITIES.flatMap((quality) =>
  THINGS.map((thing) => `${quality}-${thing}`),
);

/** A link in this share of cases leads to an earlier essay, else to a site elsewhere. */
const INNER_LINKS = 0.5;

/** An essay of the corpus as its file says it. */
export interface CorpusEssay {
  /** Its file is `<slug>.md`, its page `/essays/<slug>/`. */
  readonly slug: string;
  readonly text: string;
}

/**
 * Makes essays one by one, oldest first: 600 invented words each, with title, date and three tags.
 * All come from one stream of random numbers, so no two passages are alike but by chance.
 */
export function* invent(count: number, random: () => number): Generator<CorpusEssay> {
  const slugs: string[] = [];
  const pen: Pen = {
    random,
    vocabulary: vocabulary(random),
    linkTarget: () => linkTarget(slugs, random),
  };
  for (let n = 0; n < count; n++) {
    const title = writeTitle(pen, 3 + Math.floor(random() * 4)).text;
    const slug = `${title.toLowerCase().replaceAll(" ", "-")}-${n + 1}`;
    yield { slug, text: frontMatter(title, dayOf(n, count), someTags(random)) + writeProse(pen) };
    slugs.push(slug);
  }
}

/** YAML that Galley, Hugo and Eleventy read alike. */
export function frontMatter(title: string, day: string, tags: readonly string[]): string {
  return `---\ntitle: "${title}"\ndate: ${day}\ntags: [${tags.join(", ")}]\n---\n\n`;
}

/** The day of the nth of so many essays. */
export function dayOf(n: number, count: number): string {
  const days = (LAST_DAY - FIRST_DAY) / DAY_MS;
  const day = Math.floor(((n + 1) / count) * days);
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}

function someTags(random: () => number): string[] {
  const tags = new Set<string>();
  while (tags.size < TAGS_AN_ESSAY) tags.add(oneOf(TAGS, random));
  return [...tags];
}

function linkTarget(slugs: readonly string[], random: () => number): string {
  if (slugs.length > 0 && random() < INNER_LINKS) return `/essays/${oneOf(slugs, random)}/`;
  return `https://example.com/${Math.floor(random() * 100_000)}`;
}

function oneOf(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? "";
}
