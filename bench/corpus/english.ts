import {
  ASIDES,
  AUXILIARIES,
  CLOSERS,
  CONJUNCTIONS,
  COPULAS,
  DETERMINERS,
  OPENERS,
  OVERTURES,
  PREPOSITIONS,
  PRONOUNS,
  SAYINGS,
} from "./phrases.ts";
import { vocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Open classes of words; their words are invented, so that nothing stands in a text but what was put there. */
const NOUNS = 6_000;
const VERBS = 2_500;
const ADJECTIVES = 3_000;

/** Without its grammar words a language has no word as frequent as "the": Mandelbrot's shift is larger. */
const SHIFT = 40;

/** An essay comes back to so many things of its own, in this share of cases where it names one. */
const TOPICS = 24;
const ON_TOPIC = 0.3;

/** How often a sentence, a clause or a word is made so, of one. */
const SHARE = {
  saying: 0.012,
  opener: 0.08,
  overture: 0.05,
  aside: 0.03,
  closer: 0.03,
  second: 0.55,
  behind: 0.7,
  question: 0.05,
  dressed: 0.02,
} as const;

/** Writes the sentences of an essay. */
export interface Author {
  /** A sentence with its closing mark; some are dressed in Markdown. */
  sentence(): string;
  /** A noun. */
  word(): string;
}

/** An invented language with English grammar words and idioms; the same random numbers give the same one. */
export interface Language {
  readonly nouns: Vocabulary;
  readonly verbs: Vocabulary;
  readonly adjectives: Vocabulary;
}

export function english(random: () => number): Language {
  return {
    nouns: vocabulary(random, NOUNS, SHIFT),
    verbs: vocabulary(random, VERBS, SHIFT),
    adjectives: vocabulary(random, ADJECTIVES, SHIFT),
  };
}

/**
 * An author of one essay. Texts of several authors have in common what essays do: grammar, frequent words,
 * idioms, sayings. In two million words a quarter of all 3-grams and 4 in 100 5-grams stand in another
 * essay too; in as many of the English web pages of PAN it is a fifth and 3 in 100.
 */
export function author(language: Language, random: () => number): Author {
  const topics = Array.from({ length: TOPICS }, () => language.nouns.word());
  const chance = (share: number): boolean => random() < share;
  const oneOf = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
  let saidSaying = false;

  const noun = (): string => (chance(ON_TOPIC) ? oneOf(topics) : language.nouns.word());
  const adjective = (): string => language.adjectives.word();
  const thing = (): string => {
    if (chance(0.3)) return `${oneOf(DETERMINERS)} ${adjective()} ${dressed(noun())}`;
    return `${oneOf(DETERMINERS)} ${dressed(noun())}`;
  };
  const somebody = (): string => (chance(0.35) ? oneOf(PRONOUNS) : thing());
  const behind = (): string => (chance(SHARE.behind) ? ` ${oneOf(PREPOSITIONS)} ${thing()}` : "");

  function deed(): string {
    if (chance(0.3)) return `${oneOf(COPULAS)} ${chance(0.6) ? adjective() : thing()}`;
    const verb = language.verbs.word();
    const form = chance(0.35) ? `${oneOf(AUXILIARIES)} ${verb}` : `${verb}ed`;
    return chance(0.7) ? `${form} ${somebody()}` : form;
  }

  function clause(): string {
    const aside = chance(SHARE.aside) ? `, ${oneOf(ASIDES)},` : "";
    return `${somebody()}${aside} ${deed()}${behind()}`;
  }

  function dressed(word: string): string {
    if (!chance(SHARE.dressed)) return word;
    const linked = `[${word}](https://example.com/${Math.floor(random() * 100_000)})`;
    return oneOf([`*${word}*`, `**${word}**`, `"${word}"`, linked]);
  }

  function sentence(): string {
    // Two sayings in a row would by and by stand elsewhere too, and be too long for an idiom.
    saidSaying = !saidSaying && chance(SHARE.saying);
    if (saidSaying) return oneOf(SAYINGS);
    const opener = chance(SHARE.opener) ? `${oneOf(OPENERS)}, ` : "";
    const overture = chance(SHARE.overture) ? `${oneOf(OVERTURES)} ` : "";
    const second = chance(SHARE.second) ? `${oneOf(CONJUNCTIONS)} ${clause()}` : "";
    const closer = chance(SHARE.closer) ? `, ${oneOf(CLOSERS)}` : "";
    const mark = chance(SHARE.question) ? "?" : ".";
    const text = `${opener}${overture}${clause()}${second}${closer}`;
    return text.charAt(0).toUpperCase() + text.slice(1) + mark;
  }

  return { sentence, word: noun };
}
