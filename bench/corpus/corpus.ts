import { randomUUID } from "node:crypto";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { random } from "../../test/support/random.ts";
import { invent } from "./essays.ts";
import type { CorpusEssay } from "./essays.ts";
import { illustrated } from "./illustrated.ts";

/** Any number does; a fixed one makes every run measure the same essays. */
const SEED = 600;

/** Files written between two looks at whether the user wants to stop. */
const BATCH = 200;

const SETTINGS = `id: 8d0e7a52-6c53-4b0a-9a55-7f0f3c1f9b11
title: Ten thousand essays
description: Invented prose to measure with
url: https://example.org/
language: en
timeZone: UTC
author: { name: Nobody }
`;

/** What Galley makes beside pages and feeds. The peers make none of it. */
export interface Extras {
  readonly search: boolean;
  /** A picture for links to each essay. */
  readonly share: boolean;
  /** A picture in every tenth essay, the newest among them. */
  readonly images: boolean;
}

export const NO_EXTRAS: Extras = { search: false, share: false, images: false };

/** The settings of a site of invented essays. */
export const settingsOf = ({ search, share }: Extras): string =>
  `${SETTINGS}search: ${search}\nsharePictures: ${share}\n`;

/** A folder of essays as Galley wants it; Hugo and Eleventy read the same files. */
export interface Corpus {
  /** Holds `site.yaml` and `essays/`. */
  readonly folder: string;
  readonly count: number;
  /** The essay that writers edit, and that the most pages show. As it was before any edit. */
  readonly newest: CorpusEssay;
}

/**
 * Writes so many essays into a new folder: always the same ones for one number.
 *
 * @param extras what the peers do not make: without, Galley makes none of it either
 */
export async function writeCorpus(
  folder: string,
  count: number,
  signal: AbortSignal,
  extras: Extras = NO_EXTRAS,
): Promise<Corpus> {
  await mkdir(join(folder, "essays"), { recursive: true });
  await writeFile(join(folder, "site.yaml"), settingsOf(extras));
  let newest: CorpusEssay = { slug: "", text: "" };
  let written = 0;
  const colours = random(SEED);
  for (const invented of invent(count, random(SEED))) {
    // Counted from the newest, which is the one that is edited: it has a picture.
    const place = count - written - 1;
    const essay = extras.images
      ? await illustrated(invented, place, join(folder, "essays"), colours)
      : invented;
    await writeFile(essayFile(folder, essay), essay.text);
    newest = essay;
    if (++written % BATCH === 0) await setImmediate(undefined, { signal });
  }
  return { folder, count, newest };
}

export async function copyCorpus(corpus: Corpus, folder: string): Promise<Corpus> {
  await cp(corpus.folder, folder, { recursive: true });
  return { ...corpus, folder };
}

/** Gives the newest essay a closing sentence that it never had, and returns that sentence. */
export async function editNewest({ folder, newest }: Corpus): Promise<string> {
  const sentence = `Revision ${randomUUID()}.`;
  await writeFile(essayFile(folder, newest), `${newest.text}\n${sentence}\n`);
  return sentence;
}

function essayFile(folder: string, essay: CorpusEssay): string {
  return join(folder, "essays", `${essay.slug}.md`);
}
