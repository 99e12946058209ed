import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Essay, Manuscript, Source } from "../essays/essay.ts";
import { isMissing, writeWhole } from "../io/files.ts";

/** What was inferred from a text, without the text: enough to make the site, but for the texts that a page shows. */
export type KeptText = Omit<Essay, "source" | "manuscript">;

/** The texts of a build by their files, and the digest of what that build read (`Digests.whole`). */
export interface KeptTexts {
  readonly digest: string;
  readonly texts: Readonly<Record<string, KeptText>>;
}

const NAME = "texts.json";

export function writeTexts(state: string, digest: string, essays: readonly Essay[]): KeptTexts {
  const texts = Object.fromEntries(
    essays.map(({ source, manuscript: _manuscript, ...kept }) => [source.file, kept] as const),
  );
  const whole = { digest, texts };
  writeWhole(join(state, NAME), JSON.stringify(whole));
  return whole;
}

/** The texts that a build left, if they are still its own. */
export function readTexts(state: string, digest: string): KeptTexts | undefined {
  try {
    const kept = JSON.parse(readFileSync(join(state, NAME), "utf8")) as KeptTexts;
    return kept?.digest === digest && kept.texts !== undefined ? kept : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The essay of a kept text; its manuscript is read when somebody asks for it. */
export function essayFrom(kept: KeptText, source: Source, read: () => Manuscript): Essay {
  let manuscript: Manuscript | undefined;
  return {
    ...kept,
    source,
    get manuscript() {
      return (manuscript ??= read());
    },
  };
}
