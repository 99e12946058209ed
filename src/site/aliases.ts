import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import type { Located } from "../text/span.ts";
import { essayUrl, plainUrl } from "./urls.ts";

/** The site path that an alias redirects from; undefined where the alias cannot be one. */
export function aliasUrl(essay: Essay, alias: string): string | undefined {
  const written = alias.normalize("NFC");
  if (!written.startsWith("/")) return isSegment(written) ? ownUrl(essay, written) : undefined;
  const segments = written.slice(1).replace(/\/$/, "").split("/");
  if (!segments.every(isSegment)) return undefined;
  return /\.html?$/.test(written) ? written : `/${segments.join("/")}/`;
}

/** Errors for aliases that are neither a slug nor a path of the site. */
export function aliasFindings(essay: Essay): readonly Finding[] {
  return essay.aliases.filter(({ value }) => !aliasUrl(essay, value)).map(refused);
}

const refused = ({ value, span }: Located<string>): Finding => ({
  code: "invalid-front-matter",
  severity: "error",
  message: `the alias "${value}" is not an address that this site can have`,
  help: "An alias is a former slug (old-title) or a former path of the site (/2019/old-title/), so that old links still arrive.",
  span,
});

const ownUrl = (essay: Essay, slug: string): string =>
  essay.source.role === "page" ? plainUrl(slug) : essayUrl(slug);

/** 255 bytes is what file systems take; a little less leaves room for an ending. */
const LONGEST_SEGMENT = 200;

/** One step of a path: no dots that climb, nothing hidden, nothing that a URL or a file system reads as its own. */
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const isSegment = (text: string): boolean =>
  /^[^./\\:*?"<>|#%\s\u0000-\u001f\u007f][^/\\:*?"<>|#%\s\u0000-\u001f\u007f]*$/.test(text) &&
  Buffer.byteLength(text) <= LONGEST_SEGMENT;
