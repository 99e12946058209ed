import { randomUUID } from "node:crypto";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { random } from "../../test/support/random.ts";
import { invent } from "./essays.ts";
import type { CorpusEssay } from "./essays.ts";

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
sharePictures: false
`;

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
 * @param search whether Galley is to make the site searchable: the peers don't
 */
export async function writeCorpus(
  folder: string,
  count: number,
  signal: AbortSignal,
  search = false,
): Promise<Corpus> {
  await mkdir(join(folder, "essays"), { recursive: true });
  await writeFile(join(folder, "site.yaml"), `${SETTINGS}search: ${search}\n`);
  let newest: CorpusEssay = { slug: "", text: "" };
  let written = 0;
  for (const essay of invent(count, random(SEED))) {
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

/** The same essays in a new folder, with share pictures. */
export async function withSharePictures(corpus: Corpus, folder: string): Promise<Corpus> {
  const copy = await copyCorpus(corpus, folder);
  const settings = SETTINGS.replace("sharePictures: false", "sharePictures: true");
  await writeFile(join(folder, "site.yaml"), settings);
  return copy;
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
