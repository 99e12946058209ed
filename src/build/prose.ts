import type { Prose } from "../duplicates/index.ts";
import { decode } from "../essays/decode.ts";
import type { Manuscript } from "../essays/essay.ts";
import { merged } from "../essays/facts.ts";
import { proseSkips } from "../essays/skips.ts";
import type { Content } from "../io/content.ts";
import type { BuildOptions } from "./options.ts";
import { readText } from "./read-text.ts";
import { settingsIn } from "./read-site.ts";

/** What an essay says in its text: without a leading heading, which is the title mostly. */
export type BodyProse = Pick<Prose, "text" | "skip">;

/** Undefined where a file is no text. */
export type ProseOf = (file: string) => BodyProse | undefined;

/** The prose of a build's texts, each read when somebody asks for it. */
export const prosesIn =
  (content: Content, options: BuildOptions): ProseOf =>
  (file) => {
    const source = content.sources.find((one) => one.file === file);
    if (!source) return undefined;
    const { manuscript } = readText(source, settingsIn(content, options).settings).reading;
    return manuscript && bodyProse(decode(source.bytes).text, manuscript);
  };

export function bodyProse(text: string, manuscript: Manuscript): BodyProse {
  const { heading } = manuscript;
  const skip = proseSkips(text, manuscript);
  return { text, skip: heading ? merged([...skip, heading.span]) : skip };
}
