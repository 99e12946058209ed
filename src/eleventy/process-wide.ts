/**
 * One for the process, whichever version of the code asks: a preview loads its modules anew at every edit of the code,
 * and the server and the builds that run go on.
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as { [key: symbol]: unknown };
  return (shared[Symbol.for(`galley.${name}`)] ??= make()) as T;
}
