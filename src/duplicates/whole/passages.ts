import { groupBy } from "../../text/group-by.ts";
import type { Copy } from "../pair/copy.ts";
import { freeParts } from "./choice.ts";
import { apart, familiesOf } from "./families.ts";
import { kinOf, type Group } from "./kinship.ts";
import { fingerprintOf, spanOf } from "./place.ts";
import type { Limits } from "../options.ts";
import type { Passage } from "../passage.ts";
import { compareProses, isLongEnough, type Run } from "../texts.ts";

/**
 * Makes copies of the same words one passage. Its places are in order of time and never overlap; passages
 * are in the order of their last places.
 */
export function passagesOf(copies: readonly Copy[], limits: Limits): readonly Passage[] {
  const exact = familiesOf(
    copies.filter(({ kind }) => kind === "exact"),
    limits,
  );
  const sameWords = groupBy(exact, ([first]) => fingerprintOf("", first!));
  const edited = copies.filter(({ kind }) => kind !== "exact");
  const byRun = new Map(edited.map((copy) => [copy.run, copy]));
  const groups: readonly Group[] = [
    ...[...sameWords.values()].map((families) => ({ runs: families.flat(), isExact: true })),
    ...edited.map(({ run, sources }) => ({ runs: [...sources, run], isExact: false })),
  ];
  return kinOf(groups)
    .map((kin) => ({ kin, runs: placesOf(kin, limits) }))
    .filter(({ runs }) => runs.length > 1)
    .toSorted((a, b) => byTime(a.runs.at(-1)!, b.runs.at(-1)!))
    .map(({ kin, runs }) => {
      const last = runs.at(-1)!;
      const { kind, similarity } = byRun.get(last) ?? { kind: "exact", similarity: 1 };
      const isVerbatim = kin.every((group) => group.isExact);
      return {
        kind,
        words: last.length,
        similarity: kind === "exact" ? 1 : shown(similarity),
        places: runs.map((run) => ({ id: run.text.prose.id, span: spanOf(run) })),
        isVerbatim,
        fingerprint: fingerprintOf(isVerbatim ? "" : "edited ", runs[0]!),
      };
    });
}

/** The places of a passage in order of time; where some overlap, those that the latest copy was compared with stay. */
function placesOf(kin: readonly Group[], limits: Limits): readonly Run[] {
  if (kin.length === 1) return apart(kin[0]!.runs).toSorted(byTime);
  const lastOf = ({ runs }: Group): Run => runs.toSorted(byTime).at(-1)!;
  const latestFirst = kin.toSorted((a, b) => byTime(lastOf(b), lastOf(a)));
  return apart(
    latestFirst.flatMap(({ runs }) => runs),
    (run, others) => freeParts(run, others).find((part) => isLongEnough(part, limits)),
  ).toSorted(byTime);
}

/** To two decimals; what was changed never rounds to 1. */
const shown = (similarity: number): number => Math.min(0.99, Math.round(similarity * 100) / 100);

const byTime = (a: Run, b: Run): number =>
  compareProses(a.text.prose, b.text.prose) ||
  a.text.words.starts[a.start]! - b.text.words.starts[b.start]!;
