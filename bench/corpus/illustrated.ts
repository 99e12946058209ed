import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { CorpusEssay } from "./essays.ts";

/** One essay in so many has a picture. */
const EVERY = 10;

/** As blogs get them from a telephone, made smaller by whoever sent them. */
const SIZE = { width: 1600, height: 1067 };

/** Of the colours that a picture is blown up from: what is between them is soft, as in a photograph out of focus. */
const SEEDS = { width: 64, height: 43 };

/** Grain makes a file as heavy as that of a real photograph, a few hundred KiB. */
const GRAIN = 10;

/** A prime: the same grain comes again a few lines below, at another place. */
const GRAINS = 20_011;

const QUALITY = 85;

/** Gives every tenth essay a picture of its own, drawn at random, in front of its text. */
export async function illustrated(
  essay: CorpusEssay,
  place: number,
  essays: string,
  random: () => number,
): Promise<CorpusEssay> {
  if (place % EVERY !== 0) return essay;
  const file = `${essay.slug}.jpg`;
  await writeFile(join(essays, file), await photograph(random));
  const shown = `![Colours that run into each other](${file} "A picture of nothing")`;
  return { ...essay, text: `${essay.text}\n${shown}\n` };
}

async function photograph(random: () => number): Promise<Buffer> {
  const soft = await sharp(noise(SEEDS.width * SEEDS.height * 3, 256 - GRAIN, random), {
    raw: { ...SEEDS, channels: 3 },
  })
    .resize({ ...SIZE, fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
  const grain = noise(GRAINS, GRAIN, random);
  for (let i = 0; i < soft.length; i++) soft[i] = Math.min(255, soft[i]! + grain[i % GRAINS]!);
  return sharp(soft, { raw: { ...SIZE, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

function noise(count: number, scale: number, random: () => number): Buffer {
  const values = Buffer.alloc(count);
  for (let i = 0; i < count; i++) values[i] = random() * scale;
  return values;
}
