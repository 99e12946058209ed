import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { galley, type Ended } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";

const ESSAYS = {
  "essays/2026-01-05-old-title.md": "An essay that is to move.\n",
  "essays/2026-01-06-other.md": "An essay that stays.\n",
};

test("a rename without an alias is a warning at every check and once at the build, which an alias mends", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const run = (command: string): Promise<Ended> =>
    galley(command, `--input=${content}`, `--output=${output}`, "--as-of=2026-06-30");
  const lost = /old-title\.md:1:1 warning\[lost-url\] \/essays\/old-title\/ was published/;
  writeFiles(content, ESSAYS);
  assert.doesNotMatch((await run("build")).stdout, /lost-url/);

  const [from, to] = ["old-title", "new-title"].map((name) =>
    join(content, `essays/2026-01-05-${name}.md`),
  );
  renameSync(from!, to!);
  const checked = await run("check");
  assert.equal(checked.status, 0);
  assert.match(checked.stdout, lost);
  assert.match(checked.stdout, /aliases: \[\/essays\/old-title\/\]/);
  assert.match((await run("check")).stdout, lost);

  writeFiles(content, {
    "essays/2026-01-05-new-title.md": "---\naliases: [/essays/old-title/]\n---\n\nIt has moved.\n",
  });
  assert.doesNotMatch((await run("check")).stdout, /lost-url/);
  assert.doesNotMatch((await run("build")).stdout, /lost-url/);
  const redirect = readFileSync(join(output, "essays/old-title/index.html"), "utf8");
  assert.match(redirect, /http-equiv="refresh" content="0; url=\/essays\/new-title\/"/);
});

test("a deletion is a warning of the build that it happens in, and the page is gone", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const build = (): Promise<Ended> =>
    galley("build", `--input=${content}`, `--output=${output}`, "--as-of=2026-06-30");
  writeFiles(content, ESSAYS);
  await build();
  rmSync(join(content, "essays/2026-01-05-old-title.md"));
  assert.match((await build()).stdout, /warning\[lost-url\] \/essays\/old-title\//);
  assert.ok(!existsSync(join(output, "essays/old-title")));
});

test("an essay that becomes a draft, or waits for its day, is a lost address too", async (t) => {
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  const args = [`--input=${content}`, `--output=${output}`];
  writeFiles(content, ESSAYS);
  await galley("build", ...args, "--as-of=2026-06-30");
  writeFiles(content, {
    "essays/2026-01-05-old-title.md": "---\ndraft: true\n---\n\nWithdrawn.\n",
  });
  const { stdout } = await galley("check", ...args, "--as-of=2026-01-05");
  assert.match(stdout, /lost-url\] \/essays\/old-title\/[^]*lost-url\] \/essays\/other\//);
});
