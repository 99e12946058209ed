import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { duplicatePassages } from "../../src/checks/duplicate-passages.ts";
import { sharedTexts } from "../../src/checks/shared-texts.ts";
import { unusedAllowances } from "../../src/checks/unused-allowances.ts";
import type { Passage } from "../../src/duplicates/index.ts";
import type { Essay } from "../../src/essays/essay.ts";
import { essayWords } from "../duplicates/support.ts";
import { essayOf, proofOf } from "../support/proof.ts";

const said = `${essayWords(1, 40).join(" ")}.`;
const before = (day: string): string => `On day${day.replaceAll("-", "")}.`;
const essayOn = (day: string, text: string, format: "md" | "txt" = "md"): Essay =>
  essayOf(`essays/${day}.${format}`, { day, text: `${before(day)}\n\n${text}` });

const original = essayOn("2024-01-01", said);
const copy = essayOn("2024-02-01", said);
const later = essayOn("2024-03-01", said);

describe("duplicate-passage", () => {
  it("tells a copy in the same file by its line", () => {
    const file = new URL("../../content/essays/2026-02-24-who-is-on-call.txt", import.meta.url);
    const text = readFileSync(file, "utf8").replace(/^.*/, (header) => " ".repeat(header.length));
    const [finding, ...others] = duplicatePassages(
      proofOf({ essays: [essayOf("essays/a.txt", { text, day: "2026-02-24" })] }),
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.message, "235 words said before, at line 2");
    assert.equal(finding.severity, "warning");
    assert.deepEqual(finding.span, { start: 1533, end: 3041 });
    assert.deepEqual(finding.related, [
      { message: "said first here", file: "essays/a.txt", span: { start: 24, end: 1532 } },
    ]);
    assert.deepEqual(
      { ...finding.data, fingerprint: typeof finding.data?.["fingerprint"] },
      { words: 235, similarity: 1, kind: "exact", fingerprint: "string" },
    );
  });

  it("tells a copy of another file by its name and line, at the latest of all copies", () => {
    const [finding, ...others] = duplicatePassages(proofOf({ essays: [later, copy, original] }));
    assert.deepEqual(others, []);
    assert.equal(finding?.file, "essays/2024-03-01.md");
    assert.equal(finding.message, "40 words said before, in essays/2024-01-01.md, line 3");
    assert.deepEqual(
      finding.related?.map(({ message, file }) => [message, file]),
      [
        ["said first here", "essays/2024-01-01.md"],
        ["said here too", "essays/2024-02-01.md"],
      ],
    );
  });

  it("takes undated essays for the latest", () => {
    const undated = essayOf("essays/a.md", { text: `Undated. ${said}` });
    const [finding] = duplicatePassages(proofOf({ essays: [original, undated] }));
    assert.equal(finding?.file, "essays/a.md");
  });

  it("is as severe as the settings say", () => {
    const severityOf = (severity: "error" | "warning" | "off") =>
      duplicatePassages(proofOf({ essays: [original, copy], duplicates: { severity } })).map(
        (finding) => finding.severity,
      );
    assert.deepEqual(severityOf("error"), ["error"]);
    assert.deepEqual(severityOf("warning"), ["warning"]);
    assert.deepEqual(severityOf("off"), []);
  });

  it("offers a comment only where comments are read", () => {
    const helpIn = (format: "md" | "txt") =>
      duplicatePassages(proofOf({ essays: [original, essayOn("2024-02-02", said, format)] }))[0]!
        .help!;
    assert.match(helpIn("md"), /<!-- duplicate: why -->/);
    assert.doesNotMatch(helpIn("txt"), /<!--/);
    assert.match(helpIn("txt"), /duplicates: \[[a-f][0-9a-f]{15}\]/);
  });

  it("offers what allows all copies at once", () => {
    const helpOf = (...texts: readonly string[]): string =>
      duplicatePassages(
        proofOf({ essays: texts.map((text, i) => essayOn(`2024-02-0${i + 1}`, text)) }),
      )[0]!.help!;
    const refrain = [said, "Verse.", said, "Verse again.", said].join("\n\n");
    const ofOne = /meant, put `duplicates: \[[a-f][0-9a-f]{15}\]` into the front matter\.$/;
    assert.match(helpOf(refrain), ofOne);
    const ofAll = /put `duplicates: \{ allow: \[[a-f][0-9a-f]{15}\] \}` into `site\.yaml`\.$/;
    assert.match(helpOf(`One. ${said}`, `Two. ${said}`, `Three. ${said}`), ofAll);
  });
});

describe("a passage that was said before with changes", () => {
  const [first, second] = ["2024-01-01", "2024-02-01"] as const;
  const words = essayWords(1, 40);
  const changed = words.with(20, "otherwise").join(" ");
  const essays = [essayOn(first, words.join(" ")), essayOn(second, changed)];
  const told = (kind: Passage["kind"], similarity: number, count = 2) => {
    const places = Array.from({ length: count }, (_, i) => {
      const { source } = essays[Math.min(i, 1)]!;
      const text = new TextDecoder().decode(source.bytes);
      return { id: source.file, span: { start: before(first).length + 2, end: text.length } };
    });
    const said = { words: 40, isVerbatim: false, fingerprint: "abcdef0123456789", places };
    const passage = { kind, similarity, ...said };
    return duplicatePassages({ ...proofOf({ essays }), passages: [passage] })[0]!;
  };

  it("says so, and how much is the same", () => {
    assert.equal(
      told("edited", 0.98).message,
      "40 words said before with changes, in essays/2024-01-01.md, line 3: 98 % the same",
    );
    assert.equal(
      told("reworked", 0.45).message,
      "40 words said before in other words, in essays/2024-01-01.md, line 3: 45 % the same",
    );
    assert.match(told("edited", 1).message, /with changes, in essays\/2024-01-01\.md, line 3$/);
    assert.match(told("edited", 0.98).help!, /^Readers meet nearly the same words twice\./);
  });

  it("tells the words that have changed since each of the first three places", () => {
    const { related, data } = told("edited", 0.98, 6);
    const [change, ...others] = related![0]!.changes!;
    assert.deepEqual(others, []);
    const start = `${before(second)}\n\n${words.slice(0, 20).join(" ")} `.length;
    assert.deepEqual(change!.here, { start, end: start + "otherwise".length });
    assert.deepEqual(change!.there, { start, end: start + words[20]!.length });
    assert.deepEqual(
      related!.map(({ changes }) => changes !== undefined),
      [true, true, true, false, false],
    );
    assert.deepEqual(Object.keys(data!), ["words", "similarity", "kind", "fingerprint"]);
  });

  it("tells them too where the latest copy is an exact one of a later place", () => {
    const [change] = told("exact", 1, 3).related![0]!.changes!;
    assert.equal(change!.here!.end - change!.here!.start, "otherwise".length);
  });

  it("is compared only when somebody asks, and once", () => {
    const [place] = told("edited", 0.98).related!;
    assert.equal(typeof Object.getOwnPropertyDescriptor(place, "changes")!.get, "function");
    assert.equal(place!.changes, place!.changes);
    // As a build records it, to be said again by the next.
    const [recorded] = JSON.parse(JSON.stringify([place])) as [typeof place];
    assert.deepEqual(recorded!.changes, place!.changes);
  });
});

const fingerprint = duplicatePassages(proofOf({ essays: [original, copy] }))[0]!.data![
  "fingerprint"
] as string;

const span = { start: 0, end: 5 };
const allowing = (essay: Essay, value: "allow" | readonly string[]): Essay => ({
  ...essay,
  manuscript: { ...essay.manuscript, frontMatter: { duplicates: { value, span } } },
});

describe("a passage may stand twice", () => {
  const isAllowed = (second: Essay, allow: readonly string[] = []): boolean => {
    const proof = proofOf({ essays: [original, second], duplicates: { allow } });
    const isSilent = duplicatePassages(proof).length === 0;
    assert.equal(unusedAllowances(proof).length === 0, isSilent);
    return isSilent;
  };
  const commented = (text: string): Essay => essayOn("2024-02-02", text);

  it("with a comment directly before it", () => {
    assert.ok(isAllowed(commented(`<!-- duplicate: a refrain -->\n\n${said}`)));
    assert.ok(isAllowed(commented(`<!-- duplicate: a refrain -->${said}`)));
    assert.ok(isAllowed(commented(`<!-- duplicate: a refrain -->\n\n\n**${said}**`)));
  });

  it("with a comment before the paragraph that it begins in", () => {
    assert.ok(isAllowed(commented(`<!-- duplicate: a refrain -->\nAs I said: ${said}`)));
  });

  it("with a comment inside it", () => {
    assert.ok(isAllowed(commented(said.replace(" ", " <!-- duplicate: a refrain --> "))));
  });

  it("but not with a comment before another paragraph, or behind it", () => {
    const comment = "<!-- duplicate: a refrain -->";
    assert.ok(!isAllowed(commented(`${comment}\n\nAs I said:\n\n${said}`)));
    assert.ok(!isAllowed(commented(`${comment}\r\n\r\nAs I said:\r\n \r\n${said}`)));
    assert.ok(!isAllowed(commented(`${said}\n\n${comment}`)));
  });

  it("by the front matter of the later essay", () => {
    assert.ok(isAllowed(allowing(copy, "allow")));
    assert.ok(isAllowed(allowing(copy, ["another", fingerprint])));
    assert.ok(!isAllowed(allowing(copy, ["another"])));
  });

  it("by its fingerprint in the settings", () => {
    assert.ok(isAllowed(copy, [fingerprint]));
    assert.ok(!isAllowed(copy, ["another"]));
  });

  it("but an allowed copy does not hide another one", () => {
    const essays = [original, copy, allowing(later, "allow")];
    const [finding] = duplicatePassages(proofOf({ essays }));
    assert.equal(finding?.file, "essays/2024-02-01.md");
    assert.deepEqual(
      finding.related?.map(({ file }) => file),
      ["essays/2024-01-01.md", "essays/2024-03-01.md"],
    );
  });
});

describe("unused-allowance", () => {
  it("notes permission at the first place, which needs none", () => {
    const proof = proofOf({ essays: [allowing(original, "allow"), copy] });
    assert.equal(duplicatePassages(proof).length, 1);
    const [finding] = unusedAllowances(proof);
    assert.equal(finding?.severity, "note");
    assert.equal(finding.message, "this allows nothing: no later copy of a passage stands here");
    assert.deepEqual([finding.file, finding.span], ["essays/2024-01-01.md", span]);
  });

  it("notes fingerprints of the settings, at their place", () => {
    const [finding] = unusedAllowances(
      proofOf({
        duplicates: { allow: ["0ther"] },
        settingSpan: (path) => (path.join("/") === "duplicates/allow/0" ? span : undefined),
      }),
    );
    assert.equal(finding?.message, "this allows nothing: no passage has the fingerprint 0ther");
    assert.deepEqual([finding.file, finding.span], ["site.yaml", span]);
  });

  it("is silent where duplicates are not looked for", () => {
    const duplicates = { severity: "off", allow: ["0ther"] } as const;
    assert.deepEqual(
      unusedAllowances(proofOf({ essays: [allowing(copy, "allow")], duplicates })),
      [],
    );
  });
});

describe("shared-text", () => {
  const signed = (count: number): readonly Essay[] =>
    Array.from({ length: count }, (_, i) => essayOn(`2024-01-${i + 10}`, said));
  const others = Array.from({ length: 1000 }, (_, i) => essayOf(`essays/other-${i}.md`));

  it("is one note in place of a warning where ten essays share a passage", () => {
    const proof = proofOf({ essays: signed(10) });
    assert.deepEqual(duplicatePassages(proof), []);
    const [note, ...more] = sharedTexts(proof);
    assert.deepEqual(more, []);
    assert.equal(note?.severity, "note");
    assert.equal(note.message, "40 words stand in 10 essays: taken for a signature");
    assert.equal(note.file, "essays/2024-01-19.md");
    assert.deepEqual(
      note.related?.map(({ file }) => file),
      ["essays/2024-01-10.md"],
    );
  });

  it("is not what nine essays share, or ten of more than a thousand", () => {
    for (const essays of [signed(9), [...signed(10), ...others]]) {
      const proof = proofOf({ essays });
      assert.deepEqual(sharedTexts(proof), []);
      assert.equal(duplicatePassages(proof).length, 1);
    }
  });

  it("can be allowed by its fingerprint", () => {
    const proof = proofOf({ essays: signed(10), duplicates: { allow: [fingerprint] } });
    assert.deepEqual([...sharedTexts(proof), ...unusedAllowances(proof)], []);
  });
});
