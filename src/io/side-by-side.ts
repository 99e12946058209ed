import { availableParallelism } from "node:os";

/** Does something to all of many things, as many at a time as there are cores; answers in their order. */
export async function sideBySide<T, R>(
  things: readonly T[],
  make: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let i = next++; i < things.length; i = next++) results[i] = await make(things[i]!);
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return results;
}
