import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { codes, pageOf, type Code } from "../../src/diagnostics/codes.ts";
import { descriptions } from "../../src/diagnostics/descriptions.ts";
import type { Diagnostic, Report } from "../../src/diagnostics/diagnostic.ts";
import { renderSarif } from "../../src/diagnostics/sarif.ts";
import { changedReport } from "../support/changed.ts";
import { reportOf, spanOf } from "../support/proof.ts";
import { faultsOf } from "../support/sarif.ts";

const TEXT = "\ufeffone\ntwo 😀 three\nfour";
const FILE = "essays/ü b#.md";
const finding = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "missing-space",
  severity: "warning",
  message: "say [this](0)",
  file: FILE,
  span: spanOf(TEXT, "three"),
  ...more,
});

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [Run];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly columnKind: string;
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri?: string }>>;
  readonly results: readonly Result[];
}

interface Rule {
  readonly id: string;
  readonly helpUri?: string;
  readonly shortDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Readonly<Record<string, number>>;
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations: readonly (Location & { readonly id: number })[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

/** Every report is valid. */
function logOf(report: Report, root = "content", repository?: string): Log {
  const log: unknown = JSON.parse(renderSarif(report, { root, repository }));
  assert.deepEqual(faultsOf(log), []);
  return log as Log;
}

const runOf = (diagnostics: readonly Diagnostic[], ...options: readonly string[]): Run =>
  logOf(reportOf(diagnostics, { [FILE]: TEXT }), ...options).runs[0];

describe("the report as SARIF", () => {
  it("is valid, also of nothing and of each code", () => {
    assert.equal(logOf(reportOf([])).version, "2.1.0");
    const all = (Object.keys(codes) as readonly Code[]).map((code) =>
      finding({ code, severity: codes[code], span: { start: 0, end: 0 } }),
    );
    assert.equal(runOf(all, "content", "https://example.org/").results.length, all.length);
    const { runs, ...rest } = logOf(reportOf([]));
    assert.deepEqual(faultsOf({ ...rest, runs: [{ ...runs[0], tool: {} }] }), [
      ".runs[0].tool should have required property 'driver'",
    ]);
  });

  it("has a rule for each code, with its severity and the words of the table", () => {
    const table = readFileSync(
      new URL("../../docs/diagnostics/README.md", import.meta.url),
      "utf8",
    );
    const { rules } = runOf([]).tool.driver;
    assert.deepEqual(
      rules.map(({ id, defaultConfiguration: { level } }) => [id, level]),
      Object.entries(codes),
    );
    for (const { id, shortDescription } of rules) {
      const description = descriptions[id as Code];
      assert.match(
        table,
        new RegExp(`\\[${id}\\]\\(.* \\| ${description.replace(/\W/g, "\\$&")} *\\|`),
      );
      assert.equal(shortDescription.text, `${description.replaceAll("`", "")}.`);
    }
  });

  it("leads to the pages of the codes where the repository is known", () => {
    const repository = "https://github.example/me/site/blob/abc/";
    const [rule] = runOf([], "content", repository).tool.driver.rules;
    assert.equal(rule!.helpUri, repository + pageOf("invalid-text"));
    assert.equal(runOf([]).tool.driver.rules[0]!.helpUri, undefined);
  });

  it("gives places in UTF-16 code units, with the end behind the last, and no BOM", () => {
    const run = runOf([finding(), finding({ span: spanOf(TEXT, "one\ntwo") })]);
    assert.equal(run.columnKind, "utf16CodeUnits");
    assert.deepEqual(
      run.results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.region),
      [
        { startLine: 2, startColumn: 8, endLine: 2, endColumn: 13 },
        { startLine: 1, startColumn: 1, endLine: 2, endColumn: 4 },
      ],
    );
  });

  it("names rule, level and other places, to which the message leads", () => {
    const related = [
      { message: "said first here", file: FILE, span: spanOf(TEXT, "one") },
      { message: "said here too", file: FILE, span: spanOf(TEXT, "four") },
    ];
    const run = runOf([finding({ severity: "note", help: "Do.", related })]);
    const [result] = run.results;
    assert.equal(run.tool.driver.rules[result!.ruleIndex]!.id, result!.ruleId);
    assert.equal(result!.level, "note");
    assert.equal(
      result!.message.text,
      "say \\[this\\](0). [said first here](0), [said here too](1). Do.",
    );
    assert.deepEqual(
      result!.relatedLocations.map(({ id, physicalLocation: { region } }) => [
        id,
        region["startLine"],
      ]),
      [
        [0, 1],
        [1, 3],
      ],
    );
  });

  it("says what has changed in a passage", () => {
    const [result] = logOf(changedReport("one two", "one drei", [["two", "drei"]])).runs[0].results;
    assert.match(result!.message.text, /What has changed: “two” became “drei”\./);
  });

  it("names files from the folder that one works in, and where the content is elsewhere from there", () => {
    const artifact = (root: string, file = FILE) =>
      runOf([finding({ file })], root).results[0]!.locations[0].physicalLocation.artifactLocation;
    const uri = "essays/%C3%BC%20b%23.md";
    assert.deepEqual(artifact("content"), { uri: `content/${uri}`, uriBaseId: "%SRCROOT%" });
    assert.deepEqual(artifact("./my notes/"), { uri: `my%20notes/${uri}`, uriBaseId: "%SRCROOT%" });
    assert.deepEqual(artifact("."), { uri, uriBaseId: "%SRCROOT%" });
    for (const root of ["/home/me/notes", "../notes", "..", "C:\\notes"]) {
      assert.deepEqual(artifact(root), { uri, uriBaseId: "CONTENT" });
    }
    assert.deepEqual(artifact("/home/me/notes", "public/x.css"), {
      uri: "public/x.css",
      uriBaseId: "%SRCROOT%",
    });
    const bases = Object.values(runOf([], "/home/me/notes").originalUriBaseIds);
    assert.ok(bases.every(({ uri }) => uri === undefined));
  });

  it("knows findings again by what they are about", () => {
    const data = { fingerprint: "abcdef0123456789" };
    const prints = runOf([finding(), finding({ data })]).results.map((result) =>
      Object.entries(result.partialFingerprints),
    );
    assert.deepEqual(
      prints.map(([[name, value]]: any) => [name, /^[0-9a-f]{16}$/.test(value as string)]),
      [
        ["galleyFinding/v1", true],
        ["galleyFinding/v1", true],
      ],
    );
    assert.notDeepEqual(prints[0], prints[1]);
  });

  it("keeps to a hundred other places", () => {
    const related = Array.from({ length: 150 }, () => ({
      message: "said here too",
      file: FILE,
      span: spanOf(TEXT, "four"),
    }));
    assert.equal(runOf([finding({ related })]).results[0]!.relatedLocations.length, 100);
  });
});
