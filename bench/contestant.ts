import type { Corpus } from "./corpus/corpus.ts";
import type { Command } from "./processes.ts";

/** The builds that are timed, in this order: each a new process, each on what the one before left. */
export type Step = "clean build" | "nothing changed" | "one essay changed";

/** A generator, laid out in a folder of its own and ready to build a corpus. */
export interface Contestant {
  readonly name: string;
  readonly corpus: Corpus;
  /** Generators that know nothing but full builds are timed only where that says something new. */
  readonly steps: readonly Step[];
  /** Forgets all earlier builds: the next one into a new folder is a clean one. Not timed. */
  forget(): Promise<void>;
  /** What builds the corpus into the folder `output`. */
  build(output: string): Command;
}

/** What contestants are made from. */
export interface Ground {
  /** A folder for the contestant alone; not there yet. */
  readonly home: string;
  readonly corpus: Corpus;
}
