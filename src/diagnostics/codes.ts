export type Severity = "error" | "warning" | "note";

/**
 * Every code that Galley knows, with its usual severity. Each has a page `docs/diagnostics/<code>.md`.
 * `duplicate-passage` takes its severity from the settings.
 */
export const codes = {
  "invalid-text": "error",
  "invalid-front-matter": "error",
  "invalid-date": "error",
  "invalid-settings": "error",
  "unexpected-file": "error",
  "output-conflict": "error",
  "id-conflict": "error",
  "broken-link": "error",
  "broken-image": "error",
  "unknown-key": "warning",
  undated: "warning",
  "hard-wrapped": "warning",
  "lost-url": "warning",
  "no-settings": "warning",
  "duplicate-passage": "warning",
  "shared-text": "note",
  "unused-allowance": "note",
  "missing-space": "warning",
  "missing-alt": "warning",
  "near-tags": "warning",
  "unused-alias": "warning",
  "remote-image": "warning",
  "unused-description": "warning",
  "held-back": "note",
  draft: "note",
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof codes;

/** Where a code is explained, relative to the repository. */
export const pageOf = (code: Code): string => `docs/diagnostics/${code}.md`;
