import type { Essay } from "../essays/essay.ts";
import { uuidV5 } from "../text/uuid.ts";
import type { Site } from "./site.ts";

/**
 * What an essay is known by, whatever happens to the site: its own `id`, else its last alias, else its slug. So a
 * renamed essay that keeps its old slug as an alias is not shown as new.
 */
export function identityOf({ manuscript, aliases, slug }: Essay): string {
  const alias = aliases.at(-1);
  return manuscript.frontMatter.id?.value ?? (alias && slugIn(alias.value)) ?? slug;
}

/** The id by which feed readers know an essay; it grows from the site's id, so it outlives a change of domain. */
export const guidOf = (site: Site, essay: Essay): string =>
  uuidV5(site.settings.id, identityOf(essay));

/** An alias may be written as a slug or as the site path that it had: `/essays/old/`. Slugs are composed. */
const slugIn = (alias: string): string =>
  (/^\/essays\/([^/]+)\/?$/.exec(alias)?.[1] ?? alias).normalize("NFC");
