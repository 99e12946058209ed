/** In what a file is not what the record says. */
export interface Difference {
  readonly kind: "differs" | "missing" | "extra" | "unreadable";
  /** From the site's root, with `/`. */
  readonly path: string;
  /** Why a file could not be read. */
  readonly why?: string;
}

/** What came of a comparison. */
export interface Verified {
  /** In the order of paths. */
  readonly differences: readonly Difference[];
  /** How many files were compared. */
  readonly compared: number;
  /** Files that web servers keep to themselves: they were not asked for. */
  readonly unasked: readonly string[];
}
