import { readFileSync } from "node:fs";

/** Texts as they come out of a clipboard. */
export const PASTED = ["thread", "quotes", "wrapped", "japanese"] as const;

const folder = new URL("../../fixtures/pasted/", import.meta.url);

export const pasted = (name: (typeof PASTED)[number]): string =>
  readFileSync(new URL(`${name}.txt`, folder), "utf8");

/** The essay that this repository publishes: pasted from a social post. */
export const realEssay = (): string =>
  readFileSync(
    new URL("../../../content/essays/2026-02-24-who-is-on-call.txt", import.meta.url),
    "utf8",
  );
