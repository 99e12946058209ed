import type { MarkdownIt } from "markdown-it";
import { highlighted } from "./highlight.ts";

/** Fenced code with the words behind its fence, which others drop but for a class, as its caption. */
export function captionCode(md: MarkdownIt): void {
  const { escapeHtml, unescapeAll } = md.utils;
  md.renderer.rules["fence"] = (tokens, i) => {
    const { content, info } = tokens[i]!;
    const caption = unescapeAll(info).trim();
    if (caption === "") return `<pre><code>${escapeHtml(content)}</code></pre>\n`;
    const language = caption.split(/\s/u)[0]!;
    const shown = highlighted(content, language) ?? escapeHtml(content);
    const code = `<pre><code class="language-${escapeHtml(language)}">${shown}</code></pre>`;
    return `<figure class="code"><figcaption>${escapeHtml(caption)}</figcaption>${code}</figure>\n`;
  };
}
