import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { renderHtml } from "../../src/diagnostics/html.ts";
import { DEFAULT_CONTENT } from "../../src/io/root.ts";
import { AS_OF, goldenContent } from "../golden/build.ts";
import { buildSite } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { acceptedCases, contentOf, GUARANTEES, hasSettings } from "../support/hostile.ts";
import { manyEssays } from "../support/many-essays.ts";
import { makeSure } from "../support/programs.ts";
import { sampleReports } from "../support/reports.ts";
import { fixture, hostileContent } from "../support/site.ts";
import { remarksOn, type Remark } from "./nu.ts";

makeSure(import.meta.filename);

const scope = { after };

/** Sites of all kinds of pages, whose texts are written with care. */
const careful = {
  "the site of this repository": DEFAULT_CONTENT,
  "the golden site": goldenContent(scope),
  "a site of everything that essays can hold": fixture(scope, "site"),
  "a site that trusts the HTML of its writer": fixture(scope, "html"),
  "a site of long lists": manyEssays(scope),
  "an empty blog": temporaryFolder(scope),
};

/** Sites of texts that mean harm, or look like it. */
const hostile = {
  "a site of active content": fixture(scope, "active"),
  ...Object.fromEntries(
    GUARANTEES.map((number) => [
      `the hostile site of guarantee ${number}`,
      hostileContent(scope, number),
    ]),
  ),
  ...Object.fromEntries(
    acceptedCases()
      .filter(hasSettings)
      .map((own) => [
        `the hostile site of “${own.name}”`,
        contentOf([own], join(temporaryFolder(scope), "content")),
      ]),
  ),
};

const REPORTS = "the reports of all kinds";

/** What the checker warns of in hostile text. It is the writer's own, and shown as it is: see GUARANTEES 2. */
const OF_THE_TEXT = [
  // Letters and marks are not put together, and private characters not left out.
  /not in Unicode Normalization Form C/,
  /uses the Unicode Private Use Area/,
  // A heading of no words, which is a line of `##`.
  /^Empty heading\.$/,
];

/** Standard CSS that browsers know and the checker of October 2024 does not: CSS Fonts 4 and 5, View Transitions 2. */
const NEWER_THAN_THE_CHECKER =
  /Property “(?:size-adjust|font-optical-sizing)” doesn't exist|at-rule “@view-transition”/;

const sites = { ...careful, ...hostile };
const folders = new Map<string, string>();
for (const [name, content] of Object.entries(sites)) {
  const output = outputFolder(scope);
  await buildSite(content, { output, asOf: AS_OF });
  folders.set(name, output);
}
folders.set(REPORTS, reportPages());
const faulty = faultySite();
const [remarksOnFaulty, ...remarks] = await remarksOn([faulty, ...folders.values()]);
const remarksBySite = new Map([...folders.keys()].map((name, i) => [name, remarks[i]!]));

for (const name of [...Object.keys(careful), REPORTS]) {
  test(`the Nu HTML checker finds nothing to remark on ${name}`, () => {
    assert.deepEqual(remarksBySite.get(name)!.filter(isKnown), []);
  });
}

for (const name of Object.keys(hostile)) {
  test(`the Nu HTML checker finds no fault with ${name}`, () => {
    assert.deepEqual(remarksBySite.get(name)!.filter(isKnown).filter(isOfTheMarkup), []);
  });
}

test("the Nu HTML checker finds the faults of a faulty site", () => {
  const faults = remarksOnFaulty!
    .filter(isKnown)
    .map(({ kind, place }) => `${kind} ${place.replace(/:.*/, "")}`);
  assert.deepEqual([...new Set(faults)].toSorted(), [
    "error faulty.css",
    "error faulty.svg",
    "error id-twice.html",
    "warning id-twice.html",
    "warning unnamed.html",
  ]);
});

/** Whether a remark is about something that the checker knows. */
const isKnown = ({ place, text }: Remark): boolean =>
  !place.includes(".css:") || !NEWER_THAN_THE_CHECKER.test(text);

const isOfTheMarkup = ({ kind, text }: Remark): boolean =>
  kind === "error" || !OF_THE_TEXT.some((pattern) => pattern.test(text));

/** Reports of `check --format=html`. */
function reportPages(): string {
  const folder = temporaryFolder(scope);
  const pages = Object.entries(sampleReports).map(([name, report]) => [
    `${name.replaceAll(" ", "-")}.html`,
    renderHtml(report, { root: "content" }),
  ]);
  writeFiles(folder, Object.fromEntries(pages));
  return folder;
}

/** A fault of each kind that the checker is there to find. */
function faultySite(): string {
  const folder = temporaryFolder(scope);
  const page = (body: string) =>
    `<!doctype html><html lang="en"><head><title>Faulty</title></head><body>${body}</body></html>`;
  writeFiles(folder, {
    "id-twice.html": page(`<p id="a">A</p><p id="a">B</p>`),
    "unnamed.html": page("<h1>Faulty</h1><section><p>Text.</p></section>"),
    "faulty.css": "p { colour: red }",
    "new.css": "@font-face { font-family: X; src: url(x.woff2); size-adjust: 99% }",
    "faulty.svg": `<svg xmlns="http://www.w3.org/2000/svg"><circel r="1"/></svg>`,
  });
  return folder;
}
