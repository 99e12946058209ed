export { inOriginal, without } from "./cut-out.ts";
export { withoutCopies, type Fixed } from "./without-copies.ts";
export type { Original, Pair } from "./original.ts";
export type { Circumstances } from "./reading.ts";
