import type { MarkdownIt } from "markdown-it";

/** Fenced code with the words behind its fence, which others drop but for a class, as its caption. */
export function captionCode(md: MarkdownIt): void {
  const { escapeHtml, unescapeAll } = md.utils;
  md.renderer.rules["fence"] = (tokens, i) => {
    const { content, info } = tokens[i]!;
    const caption = unescapeAll(info).trim();
    if (caption === "") return `<pre><code>${escapeHtml(content)}</code></pre>\n`;
    const language = escapeHtml(caption.split(/\s/u)[0]!);
    const code = `<pre><code class="language-${language}">${escapeHtml(content)}</code></pre>`;
    return `<figure class="code"><figcaption>${escapeHtml(caption)}</figcaption>${code}</figure>\n`;
  };
}
