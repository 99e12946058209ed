import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import type { Located, Span } from "../text/span.ts";
import { SETTINGS_FILE, TOP } from "./places.ts";
import type { Proof } from "./proof.ts";
import { verdictsOf, type Allowance } from "./verdicts.ts";

/** Permissions to repeat what is not repeated: left behind by an edit, or put at the wrong copy. */
export function unusedAllowances(proof: Proof): readonly Diagnostic[] {
  const { essays, settings } = proof.site;
  const { severity, allow } = settings.duplicates;
  if (severity === "off") return [];
  const used = new Set(verdictsOf(proof).flatMap(({ allowances }) => allowances));
  const inSettings = allow.flatMap((fingerprint, i) =>
    used.has(fingerprint) ? [] : [unusedSetting(proof, fingerprint, i)],
  );
  return [...inSettings, ...essays.flatMap((essay) => unusedIn(essay, used))];
}

function unusedIn(essay: Essay, used: ReadonlySet<Allowance>): readonly Diagnostic[] {
  const { frontMatter, allowances } = essay.manuscript;
  const { duplicates } = frontMatter;
  const own: readonly (Located<unknown> & Allowance)[] = duplicates
    ? [duplicates, ...allowances]
    : allowances;
  return own
    .filter((allowance) => !used.has(allowance))
    .map(({ span }) => unused(essay.source.file, span, "no later copy of a passage stands here"));
}

const unusedSetting = (proof: Proof, fingerprint: string, index: number): Diagnostic =>
  unused(
    SETTINGS_FILE,
    proof.settingSpan(["duplicates", "allow", index]) ?? TOP,
    `no passage has the fingerprint ${fingerprint}`,
  );

const unused = (file: string, span: Span, why: string): Diagnostic => ({
  code: "unused-allowance",
  severity: "note",
  message: `this allows nothing: ${why}`,
  help: "Take it out, so that it can't hide a copy that nobody means. A comment allows the copy that begins right behind it.",
  file,
  span,
});
