import { pathOfText } from "../io/content.ts";
import { isMissing } from "../io/files.ts";
import { replaceText } from "../io/text-files.ts";
import { isOfMachine } from "./failures.ts";
import { fixedText, type FixedEssay } from "./fix.ts";

/**
 * Writes an essay without its copies, whole or not at all. Answers why not, in words that go on with "it …", where it could
 * not: an essay that was edited since it was read is left as it is.
 */
export function writeFixed(essay: FixedEssay, content: string): string | undefined {
  const { file, bytes } = essay.source;
  try {
    const path = pathOfText(content, file);
    if (path === undefined) return "was moved or deleted meanwhile";
    if (replaceText(path, bytes, fixedText(essay))) return undefined;
    return "was edited meanwhile; try again";
  } catch (error) {
    if (isMissing(error)) return "was moved or deleted meanwhile";
    if (isOfMachine(error)) return `could not be written: ${(error as Error).message}`;
    throw error;
  }
}
