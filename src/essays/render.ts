import MarkdownIt from "markdown-it";
import type { Essay } from "./essay.ts";
import { OWN_PAGE, SITE_ROOT } from "./markers.ts";

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
  /** A picture in other formats, the best one first. */
  readonly sources?: readonly PictureSource[];
}

/** A picture in one format, in some sizes. */
export interface PictureSource {
  /** Its media type. */
  readonly type: string;
  /** Widths in pixels. */
  readonly files: readonly { readonly href: string; readonly width: number }[];
  /** How wide it is shown, as the attribute `sizes` says it. */
  readonly sizes: string;
}

export type Resolve = (target: Target) => Resolved;

// oxlint-disable-next-line no-control-regex -- see markers.ts
const BLANKS = /\u0004([^\u0004]*)\u0004|\u0005([^\u0005]*)\u0005([^\u0005]*)\u0005|\u0006/g;

/** Fills a rendered template in. What is left are the marks of the site's root and the essay's own page. */
export function filled(template: string, { slug }: Pick<Essay, "slug">, resolve: Resolve): string {
  return template.replace(
    BLANKS,
    (_blank, link: string | undefined, shown: string | undefined, known: string) => {
      if (link !== undefined) return address(resolve({ kind: "link", target: read(link) }).href);
      return shown === undefined
        ? slug
        : picture(resolve({ kind: "image", target: read(shown) }), known);
    },
  );
}

/** @param known attributes, each with a space before it */
function picture({ href, width, height, sources = [] }: Resolved, known: string): string {
  const size = width === undefined ? "" : ` width="${width}" height="${height}"`;
  const img = `<img src="${address(href)}"${size}${known}>`;
  return sources.length === 0 ? img : `<picture>${sources.map(source).join("")}${img}</picture>`;
}

function source({ type, files, sizes }: PictureSource): string {
  const set = files.map(({ href, width }) => `${address(href)} ${width}w`).join(", ");
  return `<source type="${type}" srcset="${set}" sizes="${sizes}">`;
}

const { normalizeLink, utils } = new MarkdownIt();
const address = (href: string): string => utils.escapeHtml(encoded(href));

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
