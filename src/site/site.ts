import type { Essay, TagKind } from "../essays/essay.ts";
import type { Settings } from "../settings/settings.ts";

/** All essays that share a tag, whatever the case they spelled it in. */
export interface TagPage {
  readonly kind: TagKind;
  /** Folded: what spellings that are one tag have in common. */
  readonly key: string;
  /** The most used spelling, the earliest on a tie. */
  readonly label: string;
  readonly url: string;
  /** Newest first. */
  readonly essays: readonly Essay[];
}

/** The index of a site: everything that pages and checks ask for. Made by `siteOf`. */
export interface Site {
  readonly settings: Settings;
  /** The path prefix, with a slash at both ends. */
  readonly prefix: string;
  /** What this build shows: newest first, undated last. */
  readonly essays: readonly Essay[];
  /** Plain pages in the order of the navigation. */
  readonly pages: readonly Essay[];
  /** Drafts and essays of the future that this build does not show. */
  readonly withheld: readonly Essay[];
  /** In the order of kind and key. */
  readonly tags: readonly TagPage[];
  /** The text of `content/tags/<slug>.md` by the URL of the tag that it describes. */
  readonly descriptions: ReadonlyMap<string, Essay>;
  /** Descriptions that describe no tag. */
  readonly unusedDescriptions: readonly Essay[];
  /** Site path of a shown essay or page; of a description, its tag's. */
  urlOf(essay: Essay): string;
}

/** A file of the site to be, and who asks for it. */
export interface Output {
  /** Relative to the output folder, with `/`; with one at the end, a folder that nothing else may lie in. */
  readonly path: string;
  /** What it is, for messages: "the essay", "an alias", "a file of public/", "the tag index". */
  readonly what: string;
  /** The file to name: of `content/`, or of `public/`; undefined for pages that Galley makes by itself. */
  readonly file?: string;
  /** Made for a page and named by it, as share pictures are: two of these clash only where their pages do. */
  readonly companion?: true;
  /** The place in that file, where it has one: a slug, an alias. */
  readonly span?: { readonly start: number; readonly end: number } | undefined;
}
