import type { Passage } from "../duplicates/index.ts";
import type { ResolvedLink } from "../site/links.ts";
import type { Output, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";

/** Everything that the checks look at. They are pure functions of it. */
export interface Proof {
  readonly site: Site;
  readonly outputs: readonly Output[];
  /** Of all shown essays and pages. */
  readonly links: readonly ResolvedLink[];
  /** In the order that `findDuplicates` gives; a place's `id` is an essay's `source.file`. */
  readonly passages: readonly Passage[];
  /** Site paths that the last build published and that this one neither publishes nor redirects. */
  readonly lostUrls: readonly { readonly url: string; readonly file: string }[];
  /** Where a setting stands in `site.yaml`; undefined where the file or the key is missing. */
  settingSpan(path: readonly (string | number)[]): Span | undefined;
}
