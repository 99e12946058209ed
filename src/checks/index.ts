import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { brokenLinks } from "./broken-links.ts";
import { duplicatePassages } from "./duplicate-passages.ts";
import { idConflicts } from "./id-conflicts.ts";
import { lostUrls } from "./lost-urls.ts";
import { nearTags } from "./near-tags.ts";
import { outputConflicts } from "./output-conflicts.ts";
import type { Proof } from "./proof.ts";
import { remoteImages } from "./remote-images.ts";
import { sharedTexts } from "./shared-texts.ts";
import { undated } from "./undated.ts";
import { unusedAliases } from "./unused-aliases.ts";
import { unusedAllowances } from "./unused-allowances.ts";
import { unusedDescriptions } from "./unused-descriptions.ts";
import { withheld } from "./withheld.ts";

export type Check = (proof: Proof) => readonly Diagnostic[];

/** What only the whole site can tell. `proofread` tells what one text can. */
export const checks: readonly Check[] = [
  outputConflicts,
  idConflicts,
  brokenLinks,
  remoteImages,
  undated,
  lostUrls,
  duplicatePassages,
  sharedTexts,
  unusedAllowances,
  nearTags,
  unusedAliases,
  unusedDescriptions,
  withheld,
];

/** Runs all checks; the findings are in no particular order. */
export const runChecks = (proof: Proof): readonly Diagnostic[] =>
  checks.flatMap((check) => check(proof));
