import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { tagKey } from "../text/slug.ts";
import { SETTINGS_FILE, TOP } from "./places.ts";
import type { Proof } from "./proof.ts";

/** Aliases of topics that nobody writes; aliases may be written with their sign. */
export function unusedAliases({ site, settingSpan }: Proof): readonly Diagnostic[] {
  const { aliases } = site.settings.tags;
  if (Object.keys(aliases).length === 0) return [];
  const texts = [...site.essays, ...site.withheld];
  const written = new Set(
    texts.flatMap(({ manuscript }) =>
      manuscript.tags.filter(({ kind }) => kind === "topic").map(({ label }) => tagKey(label)),
    ),
  );
  return Object.entries(aliases)
    .filter(([alias]) => !written.has(tagKey(alias.replace(/^#/, ""))))
    .map(([alias, tag]) => ({
      code: "unused-alias",
      severity: "warning",
      message: `no essay is tagged ${alias}, so it need not stand for ${tag}`,
      help: "Take the alias out, or check its spelling: it does nothing for readers now.",
      file: SETTINGS_FILE,
      span: settingSpan(["tags", "aliases", alias]) ?? TOP,
    }));
}
