import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { landscape } from "./pictures-of-size.ts";
import { dot } from "./pictures.ts";

/** A folder of essays that is edited at random, as a writer would over months. */
export interface Workplace {
  readonly content: string;
  readonly publicFolder: string;
  readonly output: string;
  /** Stands for the code: a change of it is a change of a layout. */
  layout: number;
}

type Random = () => number;

/** One edit; answers what was done, for the message of a failing test. */
type Edit = (place: Workplace, random: Random) => string;

const WORDS =
  "harbour ledger quiet signal copper lantern meadow verdict ribbon anchor circuit velvet thunder orchard compass granite".split(
    " ",
  );
const TAGS = ["work", "Work", "C++", "$OPG", "@Ada", "日本語", "notes", "rare"];
const SLUGS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota"];

/** Large enough for variants, and no two alike. */
const PHOTOGRAPHS = await Promise.all(
  [260, 300, 600].map((width) => landscape(width, 200).jpeg({ quality: 95 }).toBuffer()),
);

const pick = <T>(list: readonly T[], random: Random): T =>
  list[Math.floor(random() * list.length)]!;
const prose = (count: number, random: Random): string =>
  Array.from({ length: count }, () => pick(WORDS, random)).join(" ");
const day = (random: Random): string =>
  `20${10 + Math.floor(random() * 18)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;

const essayFolder = ({ content }: Workplace): string => join(content, "essays");
const essaysOf = (place: Workplace): readonly string[] =>
  readdirSync(essayFolder(place)).filter((name) => name.endsWith(".md"));

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function newEssay(slug: string, random: Random): string {
  const lines = [
    "---",
    `title: ${prose(2, random)}`,
    `date: ${day(random)}`,
    `tags: ["${pick(TAGS, random)}", "${pick(TAGS, random)}"]`,
    "---",
    prose(30 + Math.floor(random() * 60), random),
    "",
    random() < 0.5 ? `> ${prose(8, random)}` : `## ${prose(3, random)}`,
    "",
    `See [tags](/tags/) and ${slug}.`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Rewrites one essay; where there is none, one is added. */
const rewriting =
  (what: string, change: (text: string, random: Random) => string): Edit =>
  (place, random) => {
    const names = essaysOf(place);
    if (names.length === 0) return edits["add"]!(place, random);
    const path = join(essayFolder(place), pick(names, random));
    put(path, change(readFileSync(path, "utf8"), random));
    return `${what} ${path}`;
  };

const withLine = (text: string, key: string, line: string): string =>
  text.replace(new RegExp(`^${key}:.*\n`, "m"), "").replace(/^---\n/, `---\n${line}\n`);

const edits: Readonly<Record<string, Edit>> = {
  add(place, random) {
    const slug = `${pick(SLUGS, random)}-${Math.floor(random() * 6)}`;
    put(join(essayFolder(place), `${slug}.md`), newEssay(slug, random));
    return `add ${slug}`;
  },
  change: rewriting("change", (text, random) => `${text}\n${prose(12, random)}.\n`),
  copy: rewriting("copy", (text) => `${text}\n${text.split("---\n").at(-1)}`),
  retag: rewriting("retag", (text, random) =>
    withLine(text, "tags", `tags: ["${pick(TAGS, random)}"]`),
  ),
  retitle: rewriting("retitle", (text, random) =>
    withLine(text, "title", `title: ${prose(3, random)}`),
  ),
  redate: rewriting("redate", (text, random) => withLine(text, "date", `date: ${day(random)}`)),
  undate: rewriting("undate", (text) => text.replace(/^date:.*\n/m, "")),
  hold: rewriting("hold", (text) => withLine(text, "date", "date: 2999-01-01")),
  draft: rewriting("draft", (text) => withLine(text, "draft", "draft: true")),
  publish: rewriting("publish", (text) => text.replace(/^draft:.*\n/m, "")),
  alias: rewriting("alias", (text, random) =>
    withLine(text, "aliases", `aliases: [old-${Math.floor(random() * 20)}]`),
  ),
  language: rewriting("language", (text, random) =>
    withLine(text, "lang", `lang: ${pick(["de", "ar", "en"], random)}`),
  ),
  picture(place, random) {
    put(join(essayFolder(place), "dot.png"), dot);
    return rewriting("show a picture in", (text) => `${text}\n![a dot](dot.png)\n`)(place, random);
  },
  photograph(place, random) {
    put(join(essayFolder(place), "photograph.jpg"), pick(PHOTOGRAPHS, random));
    const shown = random() < 0.5 ? '![a](photograph.jpg "b")' : "Words and ![a](photograph.jpg)";
    return rewriting("show a photograph in", (text) => `${text}\n${shown}\n`)(place, random);
  },
  rename(place, random) {
    const names = essaysOf(place);
    if (names.length === 0) return edits["add"]!(place, random);
    const [from, to] = [pick(names, random), `moved-${Math.floor(random() * 9)}.md`];
    renameSync(join(essayFolder(place), from), join(essayFolder(place), to));
    return `rename ${from} to ${to}`;
  },
  delete(place, random) {
    const names = essaysOf(place);
    if (names.length === 0) return edits["add"]!(place, random);
    const name = pick(names, random);
    rmSync(join(essayFolder(place), name));
    return `delete ${name}`;
  },
  page({ content }, random) {
    const path = join(content, "pages", `${pick(["about", "now"], random)}.md`);
    put(
      path,
      `---\norder: ${Math.floor(random() * 5)}\n---\n# ${prose(2, random)}\n\n${prose(9, random)}\n`,
    );
    return `write ${path}`;
  },
  describe({ content }, random) {
    put(join(content, "tags", "work.md"), `${prose(9, random)}.\n`);
    return "describe the tag work";
  },
  settings({ content }, random) {
    const url = pick(["https://example.org/", "https://example.org/blog/"], random);
    put(
      join(content, "site.yaml"),
      `id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: ${prose(2, random)}\nurl: ${url}\nauthor: { name: Ada }\nsharePictures: ${random() < 0.7}\n`,
    );
    return `set the url to ${url}`;
  },
  layout(place) {
    place.layout++;
    return "change a layout";
  },
  public({ publicFolder }, random) {
    put(
      join(publicFolder, pick(["style.css", "a/b.txt", "a"], random).replace(/^a$/, "c")),
      prose(4, random),
    );
    return "change public/";
  },
  unpublic({ publicFolder }) {
    rmSync(join(publicFolder, "a"), { recursive: true, force: true });
    return "delete public/a";
  },
  tamper({ output }, random) {
    const pages = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:html|png)$/.test(name),
    );
    const page = pick(pages.toSorted(), random);
    if (random() < 0.5) rmSync(join(output, page));
    else writeFileSync(join(output, page), "spoilt");
    return `spoil the output ${page}`;
  },
};

const kinds = Object.keys(edits);

/** Begins with a few essays. */
export function settleIn(place: Workplace, random: Random): void {
  put(join(place.publicFolder, "style.css"), "body {}");
  edits["settings"]!(place, random);
  for (let i = 0; i < 6; i++) edits["add"]!(place, random);
}

/** Makes one to three edits before the next build, as a writer does who saves several files. */
export function editAtRandom(place: Workplace, random: Random): string {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => edits[pick(kinds, random)]!(place, random)).join("; ");
}
