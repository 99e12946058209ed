import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { attempt, galley, type Ended } from "../support/build.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import {
  acceptedCases,
  casesOf,
  contentOf,
  pagesAloneOf,
  errorLines,
  errorsIn,
  GUARANTEES,
  hasSettings,
  isAccepted,
} from "../support/hostile.ts";

const asOf = "2026-06-30";

for (const hostile of GUARANTEES.flatMap(casesOf)) {
  const expected = errorsIn(hostile.expected);
  const name = expected.length === 0 ? "takes" : "refuses, and says every place of,";
  test(`${name} "${hostile.name}"`, async (t) => {
    const content = pagesAloneOf(hostile, join(temporaryFolder(t), "content"));
    const output = outputFolder(t);
    const { report } = await attempt(content, { output, asOf });
    assert.deepEqual(errorLines(report), expected);
    assert.equal(existsSync(output), expected.length === 0);
  });
}

test("takes all that it takes in one site, too", async (t) => {
  const content = contentOf(
    acceptedCases().filter((hostile) => !hasSettings(hostile)),
    temporaryFolder(t),
  );
  const { report } = await attempt(content, { output: outputFolder(t), asOf });
  assert.deepEqual(errorLines(report), []);
});

const refused = casesOf(5).filter((hostile) => !isAccepted(hostile) && !hasSettings(hostile));
const expected = refused.flatMap(({ expected }) => expected);

test("check names the errors of all files in one run, without a stack trace", async (t) => {
  const ended = await run(t, "check");
  assert.deepEqual(placesIn(ended.stdout), expected.toSorted());
  assertExplained(ended);
});

test("build names the errors of all files in one run, without a stack trace, and writes nothing", async (t) => {
  const ended = await run(t, "build");
  assert.deepEqual(placesIn(ended.stderr), expected.toSorted());
  assertExplained(ended);
});

async function run(t: Parameters<typeof outputFolder>[0], command: string): Promise<Ended> {
  const content = contentOf(refused, join(temporaryFolder(t), "content"));
  const output = outputFolder(t);
  const ended = await galley(
    command,
    `--input=${content}`,
    `--output=${output}`,
    `--as-of=${asOf}`,
  );
  assert.ok(!existsSync(output));
  return ended;
}

/** What stands at the beginning of a line of the report, the content folder left out. */
const placesIn = (report: string): readonly string[] =>
  [...report.matchAll(/^\S*?content\/(.*:\d+:\d+ error\[[\w-]+\])/gm)]
    .map(([, place]) => place!)
    .toSorted();

function assertExplained({ status, stdout, stderr }: Ended): void {
  assert.equal(status, 1);
  assert.doesNotMatch(`${stdout}${stderr}`, /^\s+at |node_modules|Error:/m);
}
