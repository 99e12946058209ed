import assert from "node:assert/strict";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ended, galley } from "../support/build.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { projectCopy } from "../support/project.ts";

const COMMANDS = ["build", "check", "start", "new", "import"];
const LISTED = [...COMMANDS, "publish", "verify"];
const BUILDING = new Set(["build", "check", "start"]);

test("without a command it explains itself, and that is wrong usage", async () => {
  const { status, stdout } = await galley();
  assert.equal(status, 2);
  for (const command of LISTED) assert.match(stdout, new RegExp(`^  ${command} +\\w`, "m"));
});

test("--help lists the commands", async () => {
  const { status, stdout, stderr } = await galley("--help");
  assert.deepEqual([status, stderr], [0, ""]);
  for (const command of LISTED) assert.match(stdout, new RegExp(`^  ${command} +\\w`, "m"));
});

for (const command of COMMANDS) {
  test(`${command} --help explains its options, and does nothing`, async () => {
    const { status, stdout, stderr } = await galley(command, "--help");
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, new RegExp(`Usage: npm (?:run )?${command}`));
    const isBuilding = BUILDING.has(command);
    assert.equal(/--pathprefix=\/blog\/ /.test(stdout), isBuilding);
    assert.match(stdout, /--as-of=YYYY-MM-DD /);
  });
}

test("publish --help lists its commands, and each explains itself", async () => {
  const { status, stdout, stderr } = await galley("publish", "--help");
  assert.deepEqual([status, stderr], [0, ""]);
  const names = [...stdout.matchAll(/^  ([a-z]+) +\S/gm)].map(([, name]) => name!);
  assert.ok(names.includes("record"), stdout);
  for (const name of names) {
    const told = await galley("publish", name, "--help");
    assert.deepEqual([told.status, told.stderr], [0, ""]);
    assert.match(told.stdout, new RegExp(`^galley publish ${name}: .+\n\nUsage: `));
  }
});

const wrong: Readonly<Record<string, readonly [args: readonly string[], named: RegExp]>> = {
  "an unknown command": [["biuld"], /biuld/],
  "a name that objects have": [["constructor"], /constructor/],
  "an unknown option": [
    ["build", "--outptu=x"],
    /^galley build has no option --outptu\. Did you mean --output\?$/m,
  ],
  "an unknown option of check": [
    ["check", "--xml"],
    /no option --xml\. It has --input, .*--format/,
  ],
  "a file where none is taken": [["build", "essay.md"], /takes no files.*essay\.md/],
  "an option without its value": [["check", "--format"], /--format needs a value/],
  "a value for a switch": [["check", "--quiet=yes"], /--quiet takes no value/],
  "a short option that there is not": [["build", "-x"], /no option -x\. It has --/],
  "a title like an option": [["new", "-ness"], /no option -n\..* galley new -- …/],
  "an option in place of a value": [["build", "--input", "--quiet"], /--input=--quiet/],
  "an option that objects have": [["check", "--toString"], /no option --toString/],
  "an unknown format": [["check", "--format=xml"], /--format=xml.*json/],
  "a format that objects have": [["check", "--format=toString"], /toString/],
  "an input folder that is not there": [["build", "--input=missing-folder"], /missing-folder/],
  "an input folder that is a file": [["check", "--input=package.json"], /package\.json/],
  "the whole project as input": [["check", "--input=."], /--input/],
  "a file that is not there": [["check", "missing-essay.md"], /missing-essay\.md/],
  "a day that does not exist": [["check", "--as-of=2026-02-30"], /--as-of.*2026-02-30/],
  "a day that is none, in a build": [["build", "--as-of=today"], /--as-of.*today/],
  "an essay without a title": [["new"], /title/],
  "a title of spaces": [["new", "  "], /title/],
  "nothing to import": [["import"], /standard input/],
  "standard input twice": [["import", "-", "-"], /once/],
  "a day that does not exist, of an import": [
    ["import", "-", "--date=2026-02-30"],
    /--date.*2026-02-30/,
  ],
  "an empty title of an import": [["import", "-", "--title= "], /--title/],
  "one title for two essays": [["import", "a.txt", "b.txt", "--title=A"], /--title/],
  "an unknown command of publish": [["publish", "recrod"], /no command "publish recrod"/],
  "an unknown option of a command of publish": [
    ["publish", "record", "--comit=x"],
    /^galley publish record has no option --comit\. Did you mean --commit\?$/m,
  ],
  "nothing to verify": [["verify"], /one folder, or one address/],
  "two places to verify": [["verify", "a", "b"], /one folder, or one address/],
  "a port that is none": [["start", "--port=70000"], /--port=70000/],
};

for (const [what, [args, named]] of Object.entries(wrong)) {
  test(`${what} is wrong usage: exit code 2, and a line that names it`, async (t) => {
    const output =
      args[0] === "build" || args[0] === "check" ? [`--output=${outputFolder(t)}`] : [];
    const { status, stdout, stderr } = await galley(...args, ...output);
    assert.match(stderr, named);
    assert.doesNotMatch(stderr, /^\s+at |Error:/m);
    assert.equal(status, 2, stderr);
    assert.equal(stdout, "");
  });
}

test("a layout that throws is a bug of ours: exit code 70, and the place where it threw", async (t) => {
  const project = projectCopy(join(temporaryFolder(t), "project"));
  appendFileSync(
    join(project, "layouts/parts/page.ts"),
    "\n(undefined as unknown as string).at(0);\n",
  );
  const place = { cwd: project, env: process.env };
  const { status, stderr } = await ended(process.execPath, ["bin/galley.js", "build"], place);
  assert.match(stderr, /bug in Galley[^]*layouts\/parts\/page\.ts/);
  assert.equal(status, 70);
  assert.ok(!existsSync(join(project, "_site")));
});
