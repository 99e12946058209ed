/** The values by their keys, in the order in which they come. `Map.groupBy` comes with Node 21. */
export function groupBy<T, K>(
  values: readonly T[],
  keyOf: (value: T, index: number) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  values.forEach((value, i) => {
    const key = keyOf(value, i);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  });
  return groups;
}
