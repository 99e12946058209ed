import assert from "node:assert/strict";
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { buildSite } from "../support/build.ts";
import { differences, treeOf, writeFiles, type Tree } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import { casesOf, contentOf, isAccepted, type Case } from "../support/hostile.ts";
import { publishedIn, type Published } from "../support/published.ts";

const { TZ, SOURCE_DATE_EPOCH } = process.env;
const asOf = "2026-06-30";
const accepted = casesOf(7).filter(isAccepted);

afterEach(() => {
  restore("TZ", TZ);
  restore("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH);
});

for (const hostile of accepted) {
  test(`dates "${hostile.name}" as expected`, async (t) => {
    const { content, output } = placesFor(t, hostile);
    await buildSite(content, { output, asOf });
    assert.deepEqual(publishedIn(content, output).map(dated).toSorted(), hostile.expected);
  });

  test(`dates "${hostile.name}" alike in every zone of the machine`, async (t) => {
    const sites = new Map<string, Tree>();
    for (const zone of ["Pacific/Auckland", "Pacific/Honolulu", "UTC"]) {
      process.env["TZ"] = zone;
      const { content, output } = placesFor(t, hostile);
      await buildSite(content, { output, asOf });
      sites.set(`${zone} ${new Date(0).getHours()}`, treeOf(output));
    }
    const [first, ...others] = sites.values();
    assert.deepEqual([...sites.keys()], ["Pacific/Auckland 12", "Pacific/Honolulu 14", "UTC 0"]);
    for (const other of others) assert.deepEqual(differences(first!, other), []);
  });
}

test("never asks a file for its times", async (t) => {
  const sites = [];
  for (const year of ["1999", "2038"]) {
    const { content, output } = placesFor(
      t,
      accepted.find(({ name }) => name === "plain-days")!,
    );
    const essays = join(content, "essays");
    const time = new Date(`${year}-01-01T12:00Z`);
    for (const name of readdirSync(essays)) utimesSync(join(essays, name), time, time);
    await buildSite(content, { output, asOf });
    sites.push(treeOf(output));
  }
  assert.deepEqual(differences(sites[0]!, sites[1]!), []);
});

const ESSAYS = {
  "essays/2026-01-05-monday.md": "Monday.\n",
  "essays/2026-01-06-tuesday.md": "Tuesday.\n",
  "essays/wednesday.md": "---\ndate: 2026-01-07 00:30\n---\n\nWednesday.\n",
};

for (const [zone, expected] of [
  ["Pacific/Auckland", ["2026-01-05-monday", "2026-01-06-tuesday"]],
  ["Pacific/Honolulu", ["2026-01-05-monday"]],
] as const) {
  test(`a day begins when it begins in the site's zone, ${zone}`, async (t) => {
    // 6 January, half past midnight in Auckland; 5 January, half past one in the morning in Honolulu.
    process.env["SOURCE_DATE_EPOCH"] = String(Date.parse("2026-01-05T11:30Z") / 1000);
    const content = temporaryFolder(t);
    const output = outputFolder(t);
    writeFiles(content, { ...ESSAYS, "site.yaml": `timeZone: ${zone}\n` });
    await buildSite(content, { output });
    const files = publishedIn(content, output).map(({ file }) => file);
    assert.deepEqual(
      files.toSorted(),
      expected.map((name) => `essays/${name}.md`),
    );
  });
}

function placesFor(t: Scope, hostile: Case): { content: string; output: string } {
  const content = contentOf([hostile], join(temporaryFolder(t), "content"));
  return { content, output: outputFolder(t) };
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** What `expected.txt` says of an essay's date: the day that its page shows. */
function dated({ file, page }: Published): string {
  const [, day] = /<time class="dt-published"[^>]*>(.*?)<\/time/s.exec(page) ?? [];
  assert.equal(day === undefined, !page.includes('"datePublished"'), file);
  return `${file} is ${day === undefined ? "undated" : `of ${isoDay(day)}`}`;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "5 January 2026" → "2026-01-05". */
function isoDay(shown: string): string {
  const [day = "", month = "", year] = shown.split(" ");
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
