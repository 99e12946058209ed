import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nearTags } from "../../src/checks/near-tags.ts";
import { unusedAliases } from "../../src/checks/unused-aliases.ts";
import type { Essay } from "../../src/essays/essay.ts";
import { essayOf, proofOf } from "../support/proof.ts";

/** An essay for each list of tags, in order of time. */
const tagged = (...lists: readonly (readonly string[])[]): readonly Essay[] =>
  lists.map((tags, i) => {
    const day = `2024-01-${`${i + 1}`.padStart(2, "0")}`;
    return essayOf(`essays/${day}.md`, { day, tags });
  });

const pairsIn = (...lists: readonly (readonly string[])[]): readonly string[] =>
  nearTags(proofOf({ essays: tagged(...lists) })).map(({ data }) => Object.values(data!).join(" "));

describe("near-tags", () => {
  it("tells the rarer tag where it was used first, and offers an alias", () => {
    const essays = tagged(["#essays"], ["#craft", "#essay"], ["#essays"], ["#essays", "#essay"]);
    const [finding, ...others] = nearTags(proofOf({ essays }));
    assert.deepEqual(others, []);
    assert.equal(finding?.severity, "warning");
    assert.equal(finding.message, "#essay (2 essays) is nearly #essays (3 essays)");
    assert.match(finding.help!, /tags: \{ aliases: \{ essay: essays \} \}/);
    assert.deepEqual([finding.file, finding.span.start], ["essays/2024-01-02.md", 1]);
  });

  const near: readonly (readonly [string, string])[] = [
    ["#field-notes", "#field_notes"],
    ["#field notes", "#fieldnotes"],
    ["#node.js", "#nodejs"],
    ["#infrastructure", "#infrastucture"],
    ["#infrastructure", "#infrastructrue"],
    ["#infrastructure", "#infrastrukture"],
    ["#essay", "#essays"],
    ["#書評集成日記", "#書評集成日誌"],
    ["@open-gradient", "@open_gradient"],
  ];
  for (const [usual, rare] of near) {
    it(`tells ${rare} from ${usual}`, () => {
      assert.deepEqual(pairsIn([usual], [usual], [rare]), [`${rare} ${usual}`]);
    });
  }

  const apart: readonly (readonly [string, string])[] = [
    ["#opg", "$opg"],
    ["#C", "#C++"],
    ["#C++", "#C#"],
    ["#2023-review", "#2024-review"],
    ["#release-1.0", "#release-10"],
    ["#chess", "#ches"],
    ["#heron", "#baron"],
    ["#cat", "#car"],
    ["$APP", "$APPS"],
    ["@annalena", "@annalene"],
    ["#letters-a", "#a-letters"],
  ];
  for (const [a, b] of apart) {
    it(`leaves ${a} and ${b} alone`, () => assert.deepEqual(pairsIn([a], [a], [b]), []));
  }

  it("takes two words with one other letter for two where both are used often", () => {
    const often = ["#contest", "#content"];
    assert.deepEqual(pairsIn(often, often, often), []);
  });

  it("offers no alias for people, whom aliases don't know", () => {
    const essays = tagged(["@open-gradient"], ["@open-gradient"], ["@open_gradient"]);
    assert.doesNotMatch(nearTags(proofOf({ essays }))[0]!.help!, /alias/);
  });

  it("quotes what YAML would misread", () => {
    const essays = tagged(["#node.js"], ["#node.js"], ["#nodejs"], ["#a: b"], ["#a: b"], ["#a:b"]);
    const helps = nearTags(proofOf({ essays })).map(({ help }) => help!);
    assert.match(helps[0]!, /\{ nodejs: "node\.js" \}/);
  });

  it("reads ten thousand tags that differ in one letter at the same place", () => {
    const tags = Array.from(
      { length: 10_000 },
      (_, i) => `#tagged${String.fromCodePoint(0x4e00 + i)}`,
    );
    assert.equal(pairsIn(tags).length, 9999);
  });
});

describe("unused-alias", () => {
  const settingSpan = (path: readonly (string | number)[]) =>
    path.join("/") === "tags/aliases/ts" ? { start: 7, end: 9 } : undefined;

  it("tells an alias that no essay is tagged with, at its place in the settings", () => {
    const [finding, ...others] = unusedAliases(
      proofOf({
        essays: tagged(["#JS"], ["$TS"]),
        withheld: tagged(["#draft"]),
        tagAliases: { "#js": "javascript", draft: "sketch", ts: "typescript" },
        settingSpan,
      }),
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.message, "no essay is tagged ts, so it need not stand for typescript");
    assert.deepEqual([finding.file, finding.span], ["site.yaml", { start: 7, end: 9 }]);
  });
});
