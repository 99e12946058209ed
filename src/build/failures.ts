import { Refusal } from "../io/refusal.ts";

/** What a machine may refuse through no fault of Galley's, and what to say of it. */
const failures: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk quota is used up",
  EROFS: "The disk cannot be written to",
  EACCES: "Access is denied",
  EPERM: "Access is denied",
  EMFILE: "Too many files are open",
};

/** What a failure leaves behind. */
export const UNTOUCHED = "The site is as it was before.";
export const HALFWAY = "The next build completes what this one began.";

/** Whether an error is the machine's refusal. */
export const isOfMachine = (error: unknown): boolean =>
  Object.hasOwn(failures, (error as NodeJS.ErrnoException).code ?? "");

/** Runs a step of a build; a failure of the machine becomes one line that says what became of the site. */
export async function explained<T>(outcome: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const reason = failures[code];
    if (reason === undefined) throw error;
    throw new Refusal(`${reason} (${message}). ${outcome}`);
  }
}
