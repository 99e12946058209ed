import type { Report } from "../diagnostics/diagnostic.ts";
import { standsAlone } from "../duplicates/index.ts";
import type { Source } from "../essays/essay.ts";
import { fingerprintOf } from "../site/page.ts";
import type { Memory } from "./memory.ts";
import { readingKey, sketchFrom, type Read } from "./reading.ts";
import type { ReadSite } from "./read-site.ts";
import type { Record } from "./record.ts";
import { reportOf } from "./report.ts";
import type { StalePage } from "./staleness.ts";

/** What a build after an edit of prose alone has to do. */
export interface ProseEdit {
  readonly report: Report;
  readonly stale: readonly StalePage[];
}

/**
 * Most edits are of a sentence somewhere in a text. Then no page is stale but those that show the text, and no finding
 * changes: provided that the text's outline is as it was, that nothing is found in it, and that it never shared a
 * passage with another. Where that is not so the answer is undefined, and the whole site is to be proofed.
 *
 * @param record of a build with the same frame (`Digests`) into the same output, which is intact
 */
export function proseEdit(read: ReadSite, record: Record, memory: Memory): ProseEdit | undefined {
  const edited = read.reads.filter(({ source }) => source.hash !== hashIn(record, source));
  const isQuiet = edited.every(
    ({ source: { file }, reading }) =>
      reading.findings.length === 0 &&
      reading.outline === record.texts[file]?.[1] &&
      !isToldOf(record, file),
  );
  if (!isQuiet || !areAlone(edited, read, record, memory)) return undefined;

  const isEdited = new Set(edited.map(({ source }) => source));
  const stale = read.pages
    .filter(({ shows }) => shows.some(({ source }) => isEdited.has(source)))
    .map((page): StalePage => {
      const props = page.props(read.bodyOf);
      return { page, props, fingerprint: fingerprintOf(props) };
    });
  return { stale, report: reportOf(read.site, record.diagnostics, read.content) };
}

const hashIn = ({ texts }: Record, { file }: Source): string | undefined => texts[file]?.[0];

const isToldOf = ({ diagnostics }: Record, file: string): boolean =>
  diagnostics.some(
    (found) => found.file === file || found.related?.some((place) => place.file === file),
  );

/** Whether texts share nothing with any other, neither as they are nor as they were. */
function areAlone(
  edited: readonly Read[],
  { reads, site }: ReadSite,
  record: Record,
  { readings }: Memory,
): boolean {
  const before = edited.map(({ source }) =>
    readings.get(readingKey({ ...source, hash: hashIn(record, source)! }, site.settings)),
  );
  if (before.includes(undefined)) return false;
  const isEdited = new Set(edited);
  const others = reads
    .filter((read) => !isEdited.has(read))
    .map(({ reading }) => sketchFrom(reading));
  return [before.map((reading) => reading!), edited.map(({ reading }) => reading)].every(
    (versions) => standsAlone(versions.map(sketchFrom), others),
  );
}
