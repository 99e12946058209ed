import { availableParallelism } from "node:os";

/**
 * Does something to all of many things, several at a time; answers in their order.
 *
 * @param lanes how many at a time; as many as there are cores, where it is they who work
 */
export async function sideBySide<T, R>(
  things: readonly T[],
  make: (thing: T) => Promise<R>,
  lanes = availableParallelism(),
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let i = next++; i < things.length; i = next++) results[i] = await make(things[i]!);
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
