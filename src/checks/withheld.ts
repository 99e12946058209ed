import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import { TOP } from "./places.ts";
import type { Proof } from "./proof.ts";

/** Drafts and essays of the future that this build does not publish. */
export const withheld = ({ site }: Proof): readonly Diagnostic[] => site.withheld.map(noteOf);

const noteOf = (essay: Essay): Diagnostic =>
  essay.state === "draft" ? draft(essay) : heldBack(essay);

const draft = ({ source, manuscript }: Essay): Diagnostic => ({
  code: "draft",
  severity: "note",
  message: "a draft: not published",
  help: "npm start shows it. To publish it, take `draft: true` out of its front matter.",
  file: source.file,
  span: manuscript.frontMatter.draft?.span ?? TOP,
});

const heldBack = ({ source, manuscript, date }: Essay): Diagnostic => ({
  code: "held-back",
  severity: "note",
  message: `held back until ${date?.day}`,
  help: `npm start shows it. It is published by the first build on that day or later, which proofs its links too: npm run check -- --as-of=${date?.day} does so before.`,
  file: source.file,
  span: manuscript.frontMatter.date?.span ?? TOP,
});
