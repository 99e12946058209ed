import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import { identitySpan } from "./places.ts";
import type { Proof } from "./proof.ts";
import { identityOf } from "../site/guid.ts";
import { oldestFirst } from "../site/order.ts";

/** Two essays that feed readers would take for one. */
export function idConflicts({ site }: Proof): readonly Diagnostic[] {
  const owners = new Map<string, Essay>();
  return oldestFirst(site.essays).flatMap((essay) => {
    const identity = identityOf(essay);
    const owner = owners.get(identity);
    if (!owner) owners.set(identity, essay);
    return owner ? [conflict(owner, essay)] : [];
  });
}

const conflict = (owner: Essay, essay: Essay): Diagnostic => ({
  code: "id-conflict",
  severity: "error",
  message: `this essay has the feed id of ${owner.source.file}`,
  help: "Feed readers would take the two for one and show only one of them. The id comes from `id`, else from the last of `aliases`, else from the slug: give one essay an `id` of its own.",
  file: essay.source.file,
  span: identitySpan(essay),
  related: [{ message: "the other one", file: owner.source.file, span: identitySpan(owner) }],
});
