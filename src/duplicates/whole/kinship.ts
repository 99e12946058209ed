import { groupBy } from "../../text/group-by.ts";
import { saysTheSame } from "./choice.ts";
import type { Run, Text } from "../texts.ts";

/** Runs that say the same, word for word or in other words. */
export interface Group {
  readonly runs: readonly Run[];
  readonly isExact: boolean;
}

interface Known {
  readonly run: Run;
  readonly group: number;
}

/**
 * Makes one group of an edited copy and of what else says the same: its source's other copies, and its own. Exact
 * groups are left apart from each other: they are other words.
 *
 * @returns the groups, those of one passage together
 */
export function kinOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  const parents = groups.map((_, i) => i);
  const rootOf = (group: number): number => {
    let root = group;
    while (parents[root] !== root) root = parents[root]!;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)].toSorted((x, y) => x - y);
    parents[second!] = first!;
  };

  const known = new Map<Text, Known[]>();
  groups.forEach(({ runs, isExact }, group) => {
    if (isExact) return;
    for (const run of runs) {
      const ofText = known.get(run.text) ?? [];
      known.set(run.text, ofText);
      const same = ofText.find((other) => saysTheSame(other.run, run));
      if (same) join(same.group, group);
      else ofText.push({ run, group });
    }
  });
  groups.forEach(({ runs, isExact }, group) => {
    if (!isExact) return;
    for (const run of runs) {
      const same = known.get(run.text)?.find((other) => saysTheSame(other.run, run));
      if (same) join(same.group, group);
    }
  });
  const byRoot = groupBy(groups, (_, i) => rootOf(i));
  return [...byRoot.values()];
}
