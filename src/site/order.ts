import type { Essay } from "../essays/essay.ts";

/** Oldest first, by date, then by place; undated essays are the latest, so that they never hide an original. */
export function oldestFirst(essays: readonly Essay[]): readonly Essay[] {
  return essays
    .map((essay) => ({ essay, key: `${momentOf(essay)} ${essay.source.file}` }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ essay }) => essay);
}

/** Newest first; undated essays are listed last. */
export function newestFirst(essays: readonly Essay[]): readonly Essay[] {
  const dated = essays.filter(({ date }) => date !== undefined);
  const undated = essays.filter(({ date }) => date === undefined);
  return [...oldestFirst(dated).toReversed(), ...oldestFirst(undated)];
}

/** Pages as the navigation shows them: by their `order`, then by title. */
export function inNavigation(pages: readonly Essay[]): readonly Essay[] {
  return pages.toSorted(
    (a, b) =>
      a.order - b.order || compare(a.title, b.title) || compare(a.source.file, b.source.file),
  );
}

/** Compares by code unit: the same on every machine, unlike any locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const UNDATED = "~";
/** All of one length, but for the last. */
const momentOf = ({ date }: Essay): string =>
  date ? `${date.day}T${date.minute ?? "00:00"}` : UNDATED;
