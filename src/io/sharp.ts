import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SharpConstructor } from "sharp";
import { Refusal } from "./refusal.ts";
import { ROOT } from "./root.ts";

/**
 * Loads sharp, which takes 0.1 s: only where there is a picture that is not known yet. One thread encodes one picture,
 * and several are encoded side by side: an AVIF that two threads encode has other bytes than that of one, so the number
 * of a machine's cores would show in the site.
 */
export async function loadSharp(): Promise<SharpConstructor> {
  const { default: sharp } = await import("sharp").catch((cause: unknown) => {
    throw new Refusal(
      `Pictures cannot be read here: sharp, which reads them, does not run on this machine (${process.platform} on ${process.arch}). Nothing was written. Run \`npm ci\`.`,
      { cause },
    );
  });
  sharp.concurrency(1);
  // Every picture is read a few times and then never again.
  sharp.cache(false);
  return sharp;
}

/** The library, and the kind of machine: both show in encoded bytes. */
export function libraryId(): string {
  return `${sharpVersion()} ${process.platform} ${process.arch}`;
}

/** Without loading it. */
function sharpVersion(): string {
  const path = join(ROOT, "node_modules/sharp/package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
