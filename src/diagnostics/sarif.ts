import { codes, pageOf, type Code, type Severity } from "./codes.ts";
import { descriptions } from "./descriptions.ts";
import type { Diagnostic, Report, ReportOptions } from "./diagnostic.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { pathOf, placesIn, urlPath, type Places } from "./places.ts";
import { toldChanges } from "./told-changes.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** GitHub's code scanning shows no more locations of one result. */
const MOST_RELATED = 100;
const MOST_LINKED = 3;
/** Names the way of making fingerprints: raised when they change. */
const FINGERPRINT = "galleyFinding/v1";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "note",
};
const allCodes = Object.keys(codes) as readonly Code[];

interface Page {
  readonly places: Places;
  readonly root: string;
}

type Place = Pick<Diagnostic, "file" | "span">;

/** The report for code scanning and editors: SARIF 2.1.0, OASIS 2020 with Errata 01 of 2023. */
export function renderSarif(
  { diagnostics, sources }: Report,
  { root, repository }: Pick<ReportOptions, "root" | "repository">,
): string {
  const page: Page = { places: placesIn(sources), root };
  const fingerprints = fingerprintsOf(diagnostics, page.places);
  const results = diagnostics.map((diagnostic, i) => resultOf(diagnostic, fingerprints[i]!, page));
  const rules = allCodes.map((code) => ruleOf(code, repository));
  const run = {
    tool: { driver: { name: "Galley", rules } },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: bases,
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

/** Without addresses: where the folders lie on this machine is nobody's business. */
const bases = {
  "%SRCROOT%": { description: { text: "The folder that Galley was called in." } },
  CONTENT: { description: { text: "The folder of the content." } },
};

function ruleOf(code: Code, repository: string | undefined): object {
  const page = pageOf(code);
  return {
    id: code,
    shortDescription: { text: `${descriptions[code].replaceAll("`", "")}.` },
    help: { text: `Why it matters and what to do: ${page}` },
    // Only an absolute address is one here.
    ...(repository !== undefined && { helpUri: repository + page }),
    defaultConfiguration: { level: levels[codes[code]] },
  };
}

function resultOf(diagnostic: Diagnostic, fingerprint: string, page: Page): object {
  const { code, severity, message, help, related = [], data } = diagnostic;
  const changes = toldChanges(diagnostic, page.places);
  const changed = changes.length === 0 ? [] : [`What has changed: ${changes.join("; ")}`];
  const sentences = [message, ...changed].map((line) => plain(`${line}.`));
  // Code scanning shows a related place only where the message links to it.
  const links = related
    .slice(0, MOST_LINKED)
    .map((place, id) => `[${plain(place.message)}](${id})`);
  const parts = [
    ...sentences,
    ...(links.length > 0 ? [`${links.join(", ")}.`] : []),
    ...(help === undefined ? [] : [plain(help)]),
  ];
  return {
    ruleId: code,
    ruleIndex: allCodes.indexOf(code),
    level: levels[severity],
    message: { text: parts.join(" ") },
    locations: [{ physicalLocation: locationOf(diagnostic, page) }],
    relatedLocations: related.slice(0, MOST_RELATED).map((place, id) => ({
      id,
      physicalLocation: locationOf(place, page),
      message: { text: plain(place.message) },
    })),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(data && { properties: data }),
  };
}

function locationOf({ file, span }: Place, { places, root }: Page): object {
  const { start, end } = places.rangeOf(file, span);
  return {
    artifactLocation: artifactOf(file, root),
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

/** A content folder elsewhere is a base of its own: the way to it would say where it lies on this machine. */
function artifactOf(file: string, root: string): object {
  const isElsewhere = /^(?:[/\\]|[A-Za-z]:|\.\.(?:[/\\]|$))/.test(root);
  return isElsewhere && !file.startsWith("public/")
    ? { uri: urlPath(file), uriBaseId: "CONTENT" }
    : { uri: urlPath(pathOf(file, root.replace(/^\.[/\\]/, ""))), uriBaseId: "%SRCROOT%" };
}

/** In a message `[1](2)` would be a link. */
const plain = (text: string): string => text.replace(/[\\[\]]/g, "\\$&");
