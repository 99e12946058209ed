import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hardWrapped } from "../../../src/checks/text/hard-wrapped.ts";
import { unwrapped } from "../../../src/essays/pasted/unwrap.ts";
import { read } from "../../support/essays.ts";
import { random } from "../../support/random.ts";
import { randomText } from "../../support/random-essays.ts";
import { PASTED, pasted, realEssay } from "./fixtures.ts";

const unwrap = (text: string) =>
  unwrapped(text, read(text, { format: "txt" }).essay.manuscript.body);
const lines = (...all: readonly string[]): string => all.join("\n");

describe("unwrapping", () => {
  it("joins the lines of paragraphs and of list items, and keeps everything else", () => {
    assert.deepEqual(unwrap(pasted("wrapped")).text.split("\n"), [
      "#letters",
      "",
      "When I moved to the harbour town I thought that quiet was something a place had, like a lighthouse or a church. It took me a winter to see that quiet is something people keep, and that it takes work to keep it: somebody has to not start the saw, and somebody has to decide that the well-known story can wait until morning.",
      "",
      "My neighbours keep it in three ways, as far as I can tell, and none of them was ever agreed on by anybody:",
      "",
      "- they close gates slowly, with one hand on the latch, as if the hinge were asleep",
      "- they wave instead of calling out",
      "1. and on Sundays they leave the boats where they are, whatever the weather says",
      "",
      "I asked the harbour master about it once. She looked at me for a while, then she said that it was not a rule – there was no rule – but that I was welcome to keep it too.",
      "",
    ]);
  });

  it("says how many lines it joined", () => {
    assert.equal(unwrap(pasted("wrapped")).joined, 10);
  });

  it("joins Japanese lines without a space, and begins anew where a paragraph is indented", () => {
    assert.deepEqual(unwrap(pasted("japanese")).text.split("\n"), [
      "#港 $OPG",
      "港の町に引っ越したとき、静けさは場所が持っているものだと思っていた。灯台や教会のように、そこにあるものだと。",
      "",
      "　冬が終わるころになって、静けさは人が守るものだとわかった。「誰かが鋸を動かさないこと」、そして Git の話は朝まで待つこと。🚢",
      "",
    ]);
  });

  it("leaves the posts of a thread, their lists and rules apart", () => {
    const { text } = unwrap(pasted("thread"));
    for (const start of ["1/ I spent", "4/ What", "- write", "- 1.", "+ sleep", "5/ <b>", "---"]) {
      assert.ok(
        text.split("\n").some((line) => line.startsWith(start)),
        start,
      );
    }
  });

  it("leaves a text with a paragraph a line as it is", () => {
    assert.deepEqual(unwrap(realEssay()), { text: realEssay(), joined: 0 });
  });

  it("keeps a hyphen at a line's end, and no space where a dash had none", () => {
    assert.equal(unwrap("a half-\nhearted try").text, "a half-hearted try");
    assert.equal(unwrap("the end—\nor not").text, "the end—or not");
    assert.equal(unwrap("a dash -\nand more").text, "a dash - and more");
    assert.equal(unwrap("a dash –\nand more").text, "a dash – and more");
  });

  it("begins anew at a deeper indent", () => {
    assert.equal(
      unwrap(lines("one", "two", "  three", "  four", "five")).text,
      lines("one two", "  three four five"),
    );
  });

  it("changes nothing but white space, in any text", () => {
    const bare = (text: string): string => text.replace(/\s+/gu, "");
    for (const name of PASTED) assert.equal(bare(unwrap(pasted(name)).text), bare(pasted(name)));
    for (let seed = 0; seed < 500; seed++) {
      const text = randomText(random(seed), `u${seed}`, 20);
      assert.equal(bare(unwrap(text).text), bare(text));
    }
  });

  it("is done after one time", () => {
    for (const name of PASTED) {
      const { text } = unwrap(pasted(name));
      assert.equal(unwrap(text).text, text, name);
    }
  });

  it("leaves nothing to warn of", () => {
    const codes = (text: string): readonly string[] =>
      hardWrapped(text, read(text, { format: "txt" }).essay.manuscript, "txt").map(
        ({ code }) => code,
      );
    assert.deepEqual(codes(pasted("wrapped")), ["hard-wrapped"]);
    assert.deepEqual(codes(unwrap(pasted("wrapped")).text), []);
  });
});
