import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Refusal } from "../io/refusal.ts";
import type { SharePictureProps } from "../site/props.ts";
import { painted } from "./canvas.ts";
import { PALETTE } from "./colours.ts";
import { designOf } from "./design.ts";
import { readFont } from "./font.ts";
import { masksBy } from "./masks.ts";
import { pngOf } from "./png.ts";
import { setterOf } from "./type.ts";

type Draw = (props: SharePictureProps) => Uint8Array;

let draw: Draw | undefined;

/** The PNG of a share picture. The same props give the same bytes. */
export function sharePicture(props: SharePictureProps): Uint8Array {
  // What it takes is loaded for the first picture: most builds make none.
  draw ??= newDraw();
  return draw(props);
}

function loadResvg(require: NodeJS.Require): typeof import("@resvg/resvg-js") {
  try {
    return require("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
  } catch (cause) {
    throw new Refusal(
      `Share pictures cannot be drawn here: resvg, which draws them, does not run on this machine (${process.platform} on ${process.arch}). Nothing was written. Run \`npm ci\`, or say \`sharePictures: false\` in site.yaml.`,
      { cause },
    );
  }
}

function newDraw(): Draw {
  const require = createRequire(import.meta.url);
  const { Resvg } = loadResvg(require);
  const fontFile = (name: string): string =>
    require.resolve(`@expo-google-fonts/literata/${name}/Literata_${name}.ttf`);
  const files = { regular: fontFile("400Regular"), bold: fontFile("600SemiBold") };
  const fonts = {
    regular: readFont(readFileSync(files.regular)),
    bold: readFont(readFileSync(files.bold)),
  };
  const setter = setterOf(fonts);
  const maskOf = masksBy(Resvg, files);
  return (props) => pngOf(painted(designOf(props, fonts.bold, setter), maskOf), PALETTE);
}
