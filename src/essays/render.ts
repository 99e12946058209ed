import MarkdownIt from "markdown-it";
import type { Essay } from "./essay.ts";
import { LINK, OWN_PAGE, PICTURE, SITE_ROOT } from "./markers.ts";

/** A target as it was written. */
export interface Target {
  readonly kind: "link" | "image";
  readonly target: string;
}

/** What a target leads to; `href` may begin with a marker (`markers.ts`). Pictures have their size in pixels. */
export interface Resolved {
  readonly href: string;
  readonly width?: number;
  readonly height?: number;
}

export type Resolve = (target: Target) => Resolved;

// oxlint-disable-next-line no-control-regex -- see markers.ts
const BLANKS = /([\u0004\u0005])([^\u0004\u0005]*)\1|\u0006/g;

/** Fills a rendered template in. What is left are the marks of the site's root and the essay's own page. */
export function filled(template: string, { slug }: Pick<Essay, "slug">, resolve: Resolve): string {
  return template.replace(BLANKS, (_blank, mark: string | undefined, target: string) => {
    if (mark === LINK)
      return attribute(encoded(resolve({ kind: "link", target: read(target) }).href));
    return mark === PICTURE ? picture(resolve({ kind: "image", target: read(target) })) : slug;
  });
}

/** The value of `src`, and behind it the size, as attributes of their own. */
function picture({ href, width, height }: Resolved): string {
  const source = attribute(encoded(href));
  return width === undefined ? source : `${source}" width="${width}" height="${height}`;
}

const { normalizeLink, utils } = new MarkdownIt();
const attribute = utils.escapeHtml;

const characters: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
};

/** The way back from `escapeHtml`. */
const read = (escaped: string): string =>
  escaped.replace(/&(?:amp|lt|gt|quot);/g, (reference) => characters[reference]!);

/** Percent-encodes what a URL can't hold, and keeps what is encoded; a marker stays in front. */
function encoded(href: string): string {
  const isMarked = href.startsWith(SITE_ROOT) || href.startsWith(OWN_PAGE);
  return isMarked ? href[0] + utils.lib.mdurl.encode(href.slice(1)) : normalizeLink(href);
}
