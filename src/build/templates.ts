import type { Essay } from "../essays/essay.ts";
import { readManuscript } from "../essays/manuscript.ts";
import { textOf } from "../essays/text.ts";
import type { Settings } from "../settings/settings.ts";
import type { TemplateOf } from "../site/body.ts";
import type { Read } from "./reading.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Templates as they were rendered when the texts were read; of texts that the cache knew, rendered now. */
export function templatesOf(reads: readonly Read[], settings: Settings): TemplateOf {
  const fresh = new Map(reads.map(({ source, template }) => [source, template]));
  const options = { html: settings.markdown.html, language: settings.language };
  return (essay: Essay) => {
    const { source } = essay;
    const known = fresh.get(source);
    if (known) return decoder.decode(known);
    return readManuscript(textOf(essay), source.format, source.role, options).template;
  };
}
