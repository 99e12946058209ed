import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
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

function newDraw(): Draw {
  const require = createRequire(import.meta.url);
  const { Resvg } = require("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
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
