import type { Located, Span } from "../text/span.ts";

export type Format = "md" | "txt";

/** What a file of text in `content/` is for, told by its folder. */
export type Role = "essay" | "page" | "description";

export type TagKind = "topic" | "ticker" | "mention";

/** A tag as it was written; `label` without its sign. */
export interface Tag {
  readonly kind: TagKind;
  readonly label: string;
  readonly span: Span;
}

/** A link or picture of the body, with its target as it was written (percent-decoding not done). */
export interface Link {
  readonly kind: "link" | "image";
  readonly target: string;
  /** The place of the target's block; exact where the source allows it. */
  readonly span: Span;
  /** The words that a picture is described by; on pictures alone. */
  readonly alt?: string;
}

export interface FrontMatter {
  readonly title?: Located<string>;
  /** As written; read strictly by `essayDate`. */
  readonly date?: Located<string>;
  readonly updated?: Located<string>;
  readonly tags?: readonly Located<string>[];
  readonly description?: Located<string>;
  readonly slug?: Located<string>;
  readonly aliases?: readonly Located<string>[];
  readonly draft?: Located<boolean>;
  readonly lang?: Located<string>;
  /** `duplicates: allow`, or a list of fingerprints. */
  readonly duplicates?: Located<"allow" | readonly string[]>;
  readonly id?: Located<string>;
  readonly order?: Located<number>;
}

/** A heading that can be linked to. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

/**
 * What a file's text says by itself, whatever its name and the settings. Plain JSON, so that it can be
 * cached by the hash of the bytes. All spans are offsets into the whole decoded text.
 */
export interface Manuscript {
  readonly frontMatter: FrontMatter;
  /** Tags of the front matter and of the pasted header, in the order written. */
  readonly tags: readonly Tag[];
  /** What is shown: the text behind front matter and pasted header. */
  readonly body: Span;
  /**
   * A leading `# Heading`: its words, and its source line. The body does not show it again, unless it holds more than
   * words: a link, a picture, a note.
   */
  readonly heading?: Located<string> & { readonly isShown?: boolean };
  /** The first sentence, cut at a word to 70 characters, ellipsis included; "" where there are no words. */
  readonly opening: string;
  /** The first words as plain text, at most 200 characters: the description where none is given. */
  readonly summary: string;
  /** Words of the body. */
  readonly words: number;
  readonly links: readonly Link[];
  /** The ids of the body's headings and footnotes, for links to a part. */
  readonly anchors: readonly string[];
  /** The body's highest headings, in order: what a table of contents lists. Absent where there are none. */
  readonly sections?: readonly Section[];
  /** `<!-- duplicate: reason -->` comments of a `.md` body. */
  readonly allowances: readonly Located<string>[];
  /** Spans of the body that are no prose (`proseSkips`): sorted, apart; absent where all of it is. */
  readonly notProse?: readonly Span[];
}

/**
 * A day of the site's one time zone, and the moment where the writer gave a time.
 * `day` is `YYYY-MM-DD`; `minute` is `HH:mm` in the site's zone; `at` is ISO 8601 in UTC.
 */
export interface EssayDate {
  readonly day: string;
  readonly minute?: string;
  readonly at?: string;
}

/** A file of `content/`, as read. `file` is relative to the content folder, with `/`, in NFC. */
export interface Source {
  readonly file: string;
  readonly role: Role;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Hash of the bytes and the format. */
  readonly hash: string;
}

/** One text of the writer's, with everything inferred that it did not say. */
export interface Essay {
  readonly source: Source;
  readonly manuscript: Manuscript;
  readonly title: string;
  /** False where the title is only the first sentence, which the body shows anyway. */
  readonly titled: boolean;
  readonly slug: string;
  readonly date?: EssayDate;
  readonly updated?: EssayDate;
  readonly tags: readonly Tag[];
  readonly description: string;
  /** Former slugs or site paths, as written, oldest first. */
  readonly aliases: readonly Located<string>[];
  readonly lang: string;
  /** Of pages: the place in the navigation. */
  readonly order: number;
  readonly state: "published" | "draft" | "held-back";
}
