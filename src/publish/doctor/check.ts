/** What one look at a server found. */
export interface Check {
  readonly verdict: "ok" | "warning" | "error";
  /** What was looked at, in a word or two. */
  readonly what: string;
  /** How it is, and where it is not well what to do about it. */
  readonly says: string;
}

export const ok = (what: string, says: string): Check => ({ verdict: "ok", what, says });
export const warning = (what: string, says: string): Check => ({ verdict: "warning", what, says });
export const error = (what: string, says: string): Check => ({ verdict: "error", what, says });
