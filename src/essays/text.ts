import type { Essay } from "./essay.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The whole text of an essay's file, a BOM included: what all of its spans are offsets into. */
export const textOf = ({ source }: Pick<Essay, "source">): string => decoder.decode(source.bytes);
