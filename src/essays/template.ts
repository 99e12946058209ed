import MarkdownIt from "markdown-it";
import type { Span } from "../text/span.ts";
import { LINK } from "./markers.ts";
import type { ParsedBody } from "./markdown.ts";
import { unmasked } from "./markdown/comments.ts";
import { noteReferences } from "./markdown/footnote-html.ts";
import { headingIds, outline, withoutTitle } from "./markdown/headings.ts";
import { markTargets, WRITTEN_OUT } from "./markdown/targets.ts";
import { bareUrls, paragraphs } from "./plain-text.ts";

/**
 * Renders a parsed body to a template (`markers.ts`).
 *
 * @param title the front matter's: a leading heading that is not the title is shown
 */
export function templateOfMarkdown(
  { tokens, env, md }: ParsedBody,
  title: string | undefined,
): string {
  const shown = withoutTitle(tokens, title);
  headingIds(shown);
  outline(shown);
  markTargets(shown);
  noteReferences(shown, env);
  return unmasked(md.renderer.render([...shown], md.options, env));
}

/** Renders pasted text to a template: nothing in it is markup but its bare URLs. */
export function templateOfPlainText(text: string, body: Span): string {
  const urls = bareUrls(text, body);
  let next = 0;
  const html = paragraphs(text, body).map(({ start, end }) => {
    let content = "";
    let at = start;
    for (; next < urls.length && urls[next]!.start < end; next++) {
      const url = urls[next]!;
      const target = escaped(text.slice(url.start, url.end));
      content += `${escaped(text.slice(at, url.start))}<a href="${LINK}${target}${LINK}" ${WRITTEN_OUT[0]}="${WRITTEN_OUT[1]}">${target}</a>`;
      at = url.end;
    }
    return `<p>${content}${escaped(text.slice(at, end))}</p>\n`;
  });
  return html.join("");
}

const escaped = new MarkdownIt().utils.escapeHtml;
