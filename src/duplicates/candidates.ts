import { rankOf } from "./shared.ts";
import type { Shared } from "./shared.ts";

/** A place where a fingerprint stands: the index of a text, and of the fingerprint's first word in it. */
export interface Candidate {
  readonly text: number;
  readonly place: number;
}

/**
 * Places kept for one fingerprint, the earliest. Without a bound, a paragraph that stands in all of n texts
 * costs n² comparisons; with it, a copy that begins inside such a paragraph may be reported in two parts.
 */
export const PLACES_A_FINGERPRINT = 8;

/** The earliest places of every shared fingerprint, filled as the texts are read in order of time. */
export class Candidates {
  readonly #shared: Shared;
  readonly #counts: Uint8Array;
  readonly #texts: Uint32Array;
  readonly #places: Uint32Array;

  constructor(shared: Shared) {
    this.#shared = shared;
    this.#counts = new Uint8Array(shared.values.length);
    this.#texts = new Uint32Array(shared.values.length * PLACES_A_FINGERPRINT);
    this.#places = new Uint32Array(shared.values.length * PLACES_A_FINGERPRINT);
  }

  /** Remembers a place, unless enough earlier ones are known. */
  add(fingerprint: number, { text, place }: Candidate): void {
    const rank = rankOf(this.#shared, fingerprint);
    if (rank < 0 || this.#counts[rank] === PLACES_A_FINGERPRINT) return;
    const slot = rank * PLACES_A_FINGERPRINT + this.#counts[rank]!++;
    this.#texts[slot] = text;
    this.#places[slot] = place;
  }

  /** The remembered places, earliest first. */
  of(fingerprint: number): readonly Candidate[] {
    const rank = rankOf(this.#shared, fingerprint);
    if (rank < 0) return [];
    const first = rank * PLACES_A_FINGERPRINT;
    return Array.from({ length: this.#counts[rank]! }, (_, i) => ({
      text: this.#texts[first + i]!,
      place: this.#places[first + i]!,
    }));
  }
}
