import { readJson, writeLasting } from "../io/files.ts";
import type { Places } from "./blog.ts";

/** A release that is made for a push which git has not accepted yet, as far as we know. */
export interface Pending {
  readonly commit: string;
  /** Where the branch was before: zeros where it is new. */
  readonly old: string;
  readonly release: string;
  /** When the push began, in milliseconds since 1970. */
  readonly began: number;
}

/** What is on its way. */
export interface Progress {
  readonly pending: readonly Pending[];
  /** The release that was chosen in place of the branch's own. */
  readonly rolledBackTo?: string;
}

const NOTHING: Progress = { pending: [] };

/** Without it nothing is lost: a release that is missing is made anew. */
export function readProgress({ progress }: Places): Progress {
  const found = readJson(progress, () => undefined) as Partial<Progress> | undefined;
  return Array.isArray(found?.pending) ? { ...NOTHING, ...found } : NOTHING;
}

export function writeProgress({ progress }: Places, now: Progress): void {
  writeLasting(progress, JSON.stringify(now));
}
