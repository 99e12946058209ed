/** What the writer sets in `content/site.yaml`, with defaults filled in. */
export interface Settings {
  /** UUID that the feeds' ids grow from. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Absolute, with a trailing slash; its path is the prefix of every link. */
  readonly url: string;
  readonly language: string;
  readonly timeZone: string;
  readonly author: {
    readonly name: string;
    readonly email?: string;
    readonly url?: string;
    readonly fediverse?: string;
  };
  readonly tags: { readonly aliases: Readonly<Record<string, string>> };
  readonly duplicates: {
    readonly severity: "error" | "warning" | "off";
    readonly minWords: number;
    readonly reworked: boolean;
    readonly allow: readonly string[];
  };
  /** Whether links to the site are shown with pictures of its titles. */
  readonly sharePictures: boolean;
  readonly markdown: { readonly html: boolean };
  /** Whether the site can be searched: a page, and an index of all texts. */
  readonly search: boolean;
}
