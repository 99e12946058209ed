import { posix } from "node:path";
import type { Essay, Link } from "../essays/essay.ts";
import { isElsewhere } from "../essays/target.ts";
import { nearest } from "../text/nearest.ts";
import { encodePath } from "./address.ts";
import { pictureUrl, type Picture } from "./pictures.ts";
import type { Site } from "./site.ts";
import { urlOfOutput } from "./urls.ts";

/** What a link's target turned out to be. `url` is a percent-encoded site path with a leading slash, or `#part` of the same page. */
export type Resolution =
  | { readonly kind: "external" }
  | { readonly kind: "remote-image" }
  | { readonly kind: "page"; readonly url: string }
  | { readonly kind: "image"; readonly url: string; readonly picture: Picture }
  | {
      readonly kind: "broken";
      /** What is missing, for the message: "there is no such file". */
      readonly why: string;
      /** The existing target that is written most like it, as the writer would write it. */
      readonly nearest?: string;
    };

export interface ResolvedLink {
  readonly essay: Essay;
  readonly link: Link;
  readonly resolution: Resolution;
}

/** What links can lead to. */
export interface Targets {
  readonly site: Site;
  /** The site paths of all pages and of the files of `public/`. */
  readonly urls: ReadonlySet<string>;
  /** By their `file`. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Files of `content/` that could not be read as text: what they would be is not known. */
  readonly unreadable: ReadonlySet<string>;
  /** Files with the name of a picture that can't be published, and why. */
  readonly damaged: ReadonlyMap<string, string>;
}

/** Comparing a target with all others takes time: a text gets help with its first broken links. */
const MOST_HINTS = 100;

export type Resolve = (essay: Essay, link: Pick<Link, "kind" | "target">) => Resolution;

/** Resolves links between texts by file (`other-essay.md#part`), by site path (`/tags/`) and by address. */
export function resolver(targets: Targets): Resolve {
  const { site, urls, pictures, unreadable, damaged } = targets;
  const texts = new Map(textsOf(site).map((text) => [text.source.file, text]));
  const textByUrl = new Map(
    [...site.essays, ...site.pages].map((text) => [site.urlOf(text), text]),
  );
  const withheld = new Map(site.withheld.map((text) => [text.source.file, text]));

  /** A target is asked for by the check, by the page's fingerprint, and by the page. */
  const known = new Map<Essay, Map<string, Resolution>>();

  const anchors = new Map<Essay, ReadonlySet<string>>();

  /** Hints are asked for only so often: who breaks hundreds of links mends them all in one way. */
  const hints = new Map<Essay, number>();

  function hint(
    essay: Essay,
    written: string,
    candidates: () => Iterable<string>,
  ): string | undefined {
    const given = hints.get(essay) ?? 0;
    hints.set(essay, given + 1);
    return given < MOST_HINTS ? nearest(written, candidates()) : undefined;
  }

  return (essay, link) => {
    let ofEssay = known.get(essay);
    if (!ofEssay) known.set(essay, (ofEssay = new Map()));
    const key = `${link.kind} ${link.target}`;
    let resolution = ofEssay.get(key);
    if (!resolution) ofEssay.set(key, (resolution = resolutionOf(essay, link)));
    return resolution;
  };

  function resolutionOf(essay: Essay, { kind, target }: Pick<Link, "kind" | "target">): Resolution {
    if (isElsewhere(target))
      return kind === "image" ? { kind: "remote-image" } : { kind: "external" };
    const parts = partsOf(target);
    if (!parts) return broken("the address is not well-formed");
    const { path, query } = parts;
    if (path === "") return inText(essay, parts, query === "" ? "" : encodePath(site.urlOf(essay)));
    return path.startsWith("/") ? atPath(path, parts) : besideText(essay, parts);

    function besideText(from: Essay, wanted: Parts): Resolution {
      const file = posix.join(posix.dirname(from.source.file), wanted.path);
      const text = texts.get(file);
      if (text) return inText(text, wanted, encodePath(site.urlOf(text)));
      const picture = pictures.get(file);
      if (picture)
        return { kind: "image", url: encodePath(pictureUrl(site, from, picture)), picture };
      if (unreadable.has(file)) return { kind: "external" };
      const damage = damaged.get(file);
      if (damage !== undefined) return broken(`there is ${file}, but ${damage}`);
      const held = withheld.get(file);
      if (held)
        return broken(held.state === "draft" ? "it is a draft" : "it is held back until its date");
      const path = posix.join(site.urlOf(from), wanted.path);
      if (kind === "link" && urlAt(path) !== undefined) return atPath(path, wanted);
      return broken("there is no such file", nearestFile(wanted.path));
    }

    function atPath(wanted: string, whole: Parts): Resolution {
      const picture = pictures.get(wanted);
      if (picture) return { kind: "image", url: encodePath(wanted), picture };
      const damage = damaged.get(wanted);
      if (damage !== undefined && kind === "image")
        return broken(`there is public${wanted}, but ${damage}`);
      const url = urlAt(wanted);
      if (url === undefined || kind === "image")
        return broken(missing(), hint(essay, wanted, candidates));
      const text = textByUrl.get(url);
      return text ? inText(text, whole, encodePath(url)) : page(encodePath(url), whole);
    }

    function missing(): string {
      return kind === "image" ? "there is no such picture" : "the site has no such page";
    }

    function candidates(): readonly string[] {
      return kind === "image"
        ? [...pictures.keys()].filter((file) => file.startsWith("/"))
        : [...urls];
    }

    function inText(text: Essay, wanted: Parts, url: string): Resolution {
      if (kind === "image") return broken("it is a text, not a picture");
      if (wanted.part === "" || anchorsOf(text).has(wanted.part)) return page(url, wanted);
      const near = hint(essay, wanted.part, () => anchorsOf(text));
      return broken("the page has no such part", near && `${wanted.path}#${near}`);
    }

    function nearestFile(path: string): string | undefined {
      const folder = posix.dirname(essay.source.file);
      const files = () => [
        ...texts.keys(),
        ...[...pictures.keys()].filter((file) => !file.startsWith("/")),
      ];
      return hint(essay, path, () => files().map((file) => posix.relative(folder, file)));
    }
  }

  function anchorsOf(text: Essay): ReadonlySet<string> {
    let ofText = anchors.get(text);
    if (!ofText) anchors.set(text, (ofText = new Set(text.manuscript.anchors)));
    return ofText;
  }

  /** A page may be named without its last slash, or as the file that it is. */
  function urlAt(path: string): string | undefined {
    const written = posix.normalize(path);
    return [written, `${written}/`, urlOfOutput(written.slice(1))].find((url) => urls.has(url));
  }
}

/** Everything that is shown and can hold links. */
export const textsOf = (site: Site): readonly Essay[] => [
  ...site.essays,
  ...site.pages,
  ...site.descriptions.values(),
];

/** Resolves every link of everything that is shown. */
export function resolvedLinks(site: Site, resolve: Resolve): readonly ResolvedLink[] {
  return textsOf(site).flatMap((essay) => linksOf(essay, resolve));
}

/** Resolves every link of a text. */
export const linksOf = (essay: Essay, resolve: Resolve): readonly ResolvedLink[] =>
  essay.manuscript.links.map((link) => ({ essay, link, resolution: resolve(essay, link) }));

interface Parts {
  readonly path: string;
  readonly query: string;
  readonly part: string;
}

const PLAIN_PATH = /^[\w/.-]*$/;

/** Splits a target; undefined where its percent-encoding is broken. */
function partsOf(target: string): Parts | undefined {
  if (PLAIN_PATH.test(target)) return { path: target, query: "", part: "" };
  const [, path = "", query = "", part = ""] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  try {
    return {
      path: decodeURIComponent(path).normalize("NFC"),
      query,
      part: decodeURIComponent(part).normalize("NFC"),
    };
  } catch {
    return undefined;
  }
}

const page = (url: string, { query, part }: Parts): Resolution => ({
  kind: "page",
  url: url + query + (part === "" && url !== "" ? "" : `#${encodeURIComponent(part)}`),
});

const broken = (why: string, near?: string): Resolution => ({
  kind: "broken",
  why,
  ...(near !== undefined && { nearest: near }),
});
