import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import sharp from "sharp";
import { readFont } from "../../src/share/font.ts";
import { setterOf } from "../../src/share/type.ts";
import type { SharePictureProps } from "../../src/site/props.ts";

const require = createRequire(import.meta.url);

/** The files of the fonts that pictures are set in. */
export const files = {
  regular: require.resolve("@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf"),
} as const;

export const fonts = {
  regular: readFont(readFileSync(files.regular)),
  bold: readFont(readFileSync(files.bold)),
} as const;

export const setter = setterOf(fonts);

export const shareProps = (fields: Partial<SharePictureProps> = {}): SharePictureProps => ({
  kind: "share-picture",
  siteTitle: "Field notes",
  title: "Who is on call",
  text: "",
  author: "Ada Example",
  date: "24 February 2026",
  ...fields,
});

/** Titles of all kinds, and some that no font can take. */
export const TITLES = [
  "A",
  "Who is on call",
  "“We were never asked”: a letter to the people who run the lights, and what they wrote back to us",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  `"><script>alert(1)</script>&amp;<![CDATA[ ]]> <!-- -->`,
  "&#x0; &lt;tspan font-size='900'&gt;",
  "tab\tline\nnull\u0000bell\u0007escape\u001b[31m\u202eright to left",
  "\ud800 lone surrogates \udfff",
  "x".repeat(5000),
  "word ".repeat(2000),
  "日本語の題名",
  "שלום עולם",
  "مرحبا بالعالم",
  "नमस्ते दुनिया",
  "😀❤️👩‍👩‍👧🇵🇹",
  "Z\u0337\u0351a\u0334\u0350lgo",
  "Вопросы о доверии",
  "Τι είναι αυτό",
  "",
] as const;

/** What a reader sees of a picture: its size, and how many pixels are not paper. */
export async function seenIn(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const inked = (left: number, top: number, width: number, height: number): number => {
    let count = 0;
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        const pixel = info.channels * (y * info.width + x);
        if (data[pixel] !== PAPER[0] || data[pixel + 1] !== PAPER[1]) count++;
      }
    }
    return count;
  };
  return { width: info.width, height: info.height, inked };
}

const PAPER = [0xfd, 0xfc];
