import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { renderDiff } from "../../src/diagnostics/diff.ts";
import { without } from "../../src/fixing/index.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";

/** What stands between ⟪ and ⟫ is cut out. */
function shortened(example: string): Parameters<typeof renderDiff>[0] {
  let text = "";
  const cuts: { start: number; end: number }[] = [];
  for (const part of example.split("⟪")) {
    const [cut, rest] = part.includes("⟫") ? part.split("⟫") : ["", part];
    if (cut !== "") cuts.push({ start: text.length, end: text.length + cut!.length });
    text += `${cut}${rest}`;
  }
  return { path: "essays/a.txt", text, cuts };
}

const linesOf = (example: string, width?: number): readonly string[] =>
  renderDiff(shortened(example), { colour: false, ...(width !== undefined && { width }) })
    .trimEnd()
    .split("\n");

describe("a diff", () => {
  it("shows the lines that go among three that stay", () => {
    assert.deepEqual(linesOf("a\nb\nc\nd\n⟪e\nf\n⟫g\nh\ni\nj\n"), [
      "--- essays/a.txt",
      "+++ essays/a.txt",
      "@@ -2,8 +2,6 @@",
      " b",
      " c",
      " d",
      "-e",
      "-f",
      " g",
      " h",
      " i",
    ]);
  });

  it("shows of a line that is cut what it was and what it is", () => {
    assert.deepEqual(linesOf("Before. ⟪Twice. ⟫Behind.\n").slice(2), [
      "@@ -1,1 +1,1 @@",
      "-Before. Twice. Behind.",
      "+Before. Behind.",
    ]);
  });

  it("shows places far apart each by itself", () => {
    const lines = linesOf(`⟪a\n⟫${"x\n".repeat(20)}⟪b\n⟫c\n`);
    assert.deepEqual(
      lines.filter((line) => line.startsWith("@@")),
      ["@@ -1,4 +1,3 @@", "@@ -19,5 +18,4 @@"],
    );
  });

  it("is for people on a terminal: lines wrapped, and what stays shown where it is cut", () => {
    const far = "A word that is far away. ".repeat(30);
    const lines = linesOf(
      `First.\n${far}Near. ⟪${"Said twice here. ".repeat(6)}⟫Close. ${far}\nLast.`,
      60,
    );
    assert.ok(lines.every((line) => line.length <= 60));
    assert.ok(lines.length < 20, lines.join("\n"));
    const gone = lines.filter((line) => line.startsWith("-")).join(" ");
    assert.match(gone, /^--- .*…[^]*Near\.[^]*Said twice here\.[^]*Close\.[^]*…$/);
    const stays = lines
      .filter((line) => line.startsWith("+"))
      .slice(1)
      .join(" ");
    assert.match(stays, /^\+…[^]*Near\.[^]*Close\.[^]*…$/);
    assert.doesNotMatch(stays, /Said/);
  });

  it("makes nothing of a line break that is missing at the end, on a terminal", () => {
    assert.deepEqual(linesOf("a\nb⟪\na\nb⟫", 80).slice(2), ["@@ -2,3 +2,1 @@", " b", "-a", "-b"]);
    assert.equal(linesOf("a\nb⟪\na\nb⟫").at(-1), "\\ No newline at end of file");
  });

  it("shows characters that a terminal would obey", () => {
    assert.ok(linesOf("a\n⟪\u202eevil\u001b[2J\n⟫").includes("-\\u{202E}evil\\u{001B}[2J"));
  });

  it("has colours where they are wanted", () => {
    const text = renderDiff(shortened("a\n⟪b\n⟫"), { colour: true });
    assert.match(text, /\u001b\[31m-b\u001b\[39m/);
    assert.doesNotMatch(renderDiff(shortened("a\n⟪b\n⟫"), { colour: false }), /\u001b/);
  });

  it("makes git of the old text the new one, wherever something is cut", (t) => {
    const folder = temporaryFolder(t);
    for (let seed = 0; seed < 40; seed++) {
      const next = random(seed);
      const text = Array.from(
        { length: 30 },
        (_, i) => `line ${i % 7}${next() < 0.8 ? "\n" : " "}`,
      ).join("");
      const places = Array.from({ length: 6 }, () => Math.floor(next() * text.length)).toSorted(
        (a, b) => a - b,
      );
      const cuts = [0, 2, 4]
        .map((i) => ({ start: places[i]!, end: places[i + 1]! }))
        .filter(({ start, end }) => start < end);
      writeFiles(folder, {
        "a.txt": text,
        "a.diff": renderDiff({ path: "a.txt", text, cuts }, { colour: false }),
      });
      execFileSync("git", ["apply", "-p0", "a.diff"], { cwd: folder, stdio: "pipe" });
      assert.equal(
        readFileSync(join(folder, "a.txt"), "utf8"),
        without(text, cuts),
        `seed ${seed}`,
      );
    }
  });
});
