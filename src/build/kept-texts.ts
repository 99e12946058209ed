import { join } from "node:path";
import type { Essay, EssayDate, Manuscript, Source } from "../essays/essay.ts";
import { readJson, writeWhole } from "../io/files.ts";

/** What was inferred from a text, without the text: enough to make the site, but for the texts that a page shows. */
export type KeptText = Omit<Essay, "source" | "manuscript">;

/** The texts of a build by their files, and the id of its record (`recordId`). */
export interface KeptTexts {
  readonly id: string;
  readonly texts: Readonly<Record<string, KeptText>>;
}

const NAME = "texts.json";

export function writeTexts(state: string, id: string, essays: readonly Essay[]): KeptTexts {
  const texts = Object.fromEntries(
    essays.map(({ source, manuscript: _manuscript, ...kept }) => [source.file, kept] as const),
  );
  const whole = { id, texts };
  writeWhole(join(state, NAME), JSON.stringify(whole));
  return whole;
}

/** The texts that a build left, if they are still its own. */
export function readTexts(state: string, id: string): KeptTexts | undefined {
  const kept = readJson(join(state, NAME), () => undefined) as
    Partial<KeptTexts> | null | undefined;
  return kept?.id === id && kept.texts !== undefined ? { id, texts: kept.texts } : undefined;
}

/**
 * The essay of a kept text; its manuscript is read when somebody asks for it. A class, and every field by itself:
 * objects that are spread and given a getter are looked up in as slowly as dictionaries, 0.1 s for 10,000 of them.
 */
export class KeptEssay implements Essay {
  readonly source: Source;
  readonly title: string;
  readonly titled: boolean;
  readonly slug: string;
  declare readonly date?: EssayDate;
  declare readonly updated?: EssayDate;
  readonly tags: Essay["tags"];
  readonly description: string;
  readonly aliases: Essay["aliases"];
  readonly lang: string;
  readonly order: number;
  readonly state: Essay["state"];
  readonly #read: () => Manuscript;
  #manuscript: Manuscript | undefined;

  constructor(kept: KeptText, source: Source, read: () => Manuscript) {
    this.source = source;
    this.title = kept.title;
    this.titled = kept.titled;
    this.slug = kept.slug;
    if (kept.date) this.date = kept.date;
    if (kept.updated) this.updated = kept.updated;
    this.tags = kept.tags;
    this.description = kept.description;
    this.aliases = kept.aliases;
    this.lang = kept.lang;
    this.order = kept.order;
    this.state = kept.state;
    this.#read = read;
  }

  get manuscript(): Manuscript {
    return (this.#manuscript ??= this.#read());
  }
}
