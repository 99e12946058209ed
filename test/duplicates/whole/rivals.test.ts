import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates } from "../../../src/duplicates/index.ts";
import { toldOf } from "../../../src/duplicates/whole/choice.ts";
import { editedCopyOf, LIMITS, runOf, textWith } from "../stages.ts";
import { prosesOf } from "../support.ts";

describe("a song", () => {
  it("has none for a line that comes again behind each other line", () => {
    const lines = [
      "The winter came and took the barn",
      "My brother sold the spinning yarn",
      "The river froze below the mill",
      "A lamp was seen upon the hill",
      "We ate the seed, we burnt the chair",
    ];
    const song = lines.map((line) => `${line}\nAnd so it goes, and so it goes\n`).join("");
    assert.deepEqual(findDuplicates(prosesOf(song)), []);
  });
});

describe("choosing among copies", () => {
  it("tell two edited copies whose ends meet on one word", () => {
    const [own, first] = [textWith("own", 1, 100), textWith("first", 0, 100)];
    const [a, b] = [
      editedCopyOf(runOf(own, 0, 40), runOf(first, 50, 40)),
      editedCopyOf(runOf(own, 39, 36), runOf(first, 0, 36)),
    ];
    assert.equal(toldOf([a, b], LIMITS).length, 2);
  });
});

describe("choosing among copies of three texts", () => {
  it("does not swallow an exact copy that its source has beside it", () => {
    const said =
      "riunos grapelos unosmen ossalto totoun terterter ter grasal risalmen dotori kari to dosal viviter terter sal rito";
    const more = "tervi sal ungravi ungrari domen do do ungrater salsalto riri";
    const rest = "rimen terdo dodomen riun tervivi ri ter";
    const proses = prosesOf(
      `men ${said} ${rest}`,
      `${said} ${more} viosos vivito kamenpel ${more.replace(" domen", "")} men ${said} ${rest}`,
      `viosos vivito kamenpel tervi sal domen do do ungrater ${said.replace("totoun", "neu").replace(/ rito$/, "")}`,
    );
    const copied = `men ${said} ${rest}`;
    const start = proses[1]!.text.indexOf(copied);
    assert.ok(
      findDuplicates(proses).some(({ places }) =>
        places.some(
          ({ id, span }) => id === "1" && span.start <= start && span.end >= start + copied.length,
        ),
      ),
    );
  });
});
