import { readFileSync } from "node:fs";
import { blogFor } from "../../publish/blogs.ts";
import type { Blog } from "../../publish/blog.ts";
import { Refusal } from "../../io/refusal.ts";
import { sayText } from "../../publish/say.ts";
import { exits, UsageError, type Values } from "../command.ts";

export const repoOption = { repo: { type: "string" } } as const;

export const repoHelp = `  --repo=DIR             the repository; needed only where several blogs are published from here`;

export function blogIn({ repo }: Values): Blog {
  // Web servers read what is published, whoever pushes with whatever mask.
  process.umask(0o022);
  return blogFor(typeof repo === "string" ? repo : undefined);
}

/** What git hands to a hook. */
export const hookInput = (): string => readFileSync(process.stdin.fd, "utf8");

/**
 * Runs a hook. An expected failure is told in lines that fit behind git's `remote: `.
 *
 * @param outcome what a failure leaves behind
 */
export async function asHook(outcome: string, run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return exits.fine;
  } catch (error) {
    const isExpected = error instanceof Refusal || error instanceof UsageError;
    sayText(isExpected ? error.message : `A bug in Galley: ${(error as Error).stack}`);
    sayText(outcome);
    return isExpected ? exits.errors : exits.bug;
  }
}

/** A whole number from 1 that an option gives; undefined where it is not given. */
export function countIn(values: Values, option: string): number | undefined {
  const given = values[option];
  if (given === undefined) return undefined;
  if (typeof given === "string" && /^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(`--${option} takes a whole number from 1, not "${given}".`);
}
