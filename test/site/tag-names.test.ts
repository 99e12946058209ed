import assert from "node:assert/strict";
import { test } from "node:test";
import { keyword, signed } from "../../src/site/tag-names.ts";

test("shows a tag as its writer would type it", () => {
  assert.equal(signed({ kind: "topic", label: "opg" }), "#opg");
  assert.equal(signed({ kind: "ticker", label: "OPG" }), "$OPG");
  assert.equal(signed({ kind: "mention", label: "OpenGradient" }), "@OpenGradient");
});

test("keywords of different tags differ, and topics are bare words", () => {
  const keywords = (["topic", "ticker", "mention"] as const).map((kind) =>
    keyword({ kind, label: "opg" }),
  );
  assert.deepEqual(keywords, ["opg", "$opg", "@opg"]);
});
