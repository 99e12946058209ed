import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idConflicts } from "../../src/checks/id-conflicts.ts";
import { lostUrls } from "../../src/checks/lost-urls.ts";
import { outputConflicts } from "../../src/checks/output-conflicts.ts";
import type { Output } from "../../src/site/site.ts";
import { essayOf, proofOf } from "../support/proof.ts";

const old = essayOf("essays/old.md", { day: "2024-01-01" });
const young = essayOf("essays/young.md", { day: "2025-01-01" });

const essayAt = (path: string, file: string): Output => ({ path, what: "the essay", file });
const conflictsOf = (...outputs: readonly Output[]) =>
  outputConflicts(proofOf({ essays: [young, old], outputs }));

describe("output-conflict", () => {
  it("names both of two outputs with one path, at the later one", () => {
    const path = "essays/x/index.html";
    const outputs = [
      { ...essayAt(path, young.source.file), span: { start: 3, end: 7 } },
      essayAt(path, old.source.file),
    ];
    for (const order of [outputs, outputs.toReversed()]) {
      const [conflict, ...others] = conflictsOf(...order);
      assert.deepEqual(others, []);
      assert.equal(conflict?.severity, "error");
      assert.equal(conflict.file, "essays/young.md");
      assert.deepEqual(conflict.span, { start: 3, end: 7 });
      assert.equal(
        conflict.message,
        "the essay (essays/young.md) would be published at essays/x/index.html, where the essay (essays/old.md) is",
      );
      assert.deepEqual(
        conflict.related?.map(({ file }) => file),
        ["essays/old.md"],
      );
    }
  });

  it("leaves a folder to what has all of it: for a page, an alias or a public file there is no room in it", () => {
    const index = { path: "pagefind/", what: "the search index" };
    const inside = [
      essayAt("pagefind/index.html", young.source.file),
      { path: "Pagefind/0/x.js", what: "a file of public/", file: "public/Pagefind/0/x.js" },
      { path: "pagefind", what: "a file of public/", file: "public/pagefind" },
    ];
    for (const output of inside) {
      const [conflict, ...others] = conflictsOf(index, output);
      assert.deepEqual(others, []);
      assert.equal(conflict?.file, output.file);
      assert.equal(
        conflict?.message,
        `${output.what} (${output.file}) would be published at ${output.path}, but pagefind/ is the folder of the search index`,
      );
    }
    assert.deepEqual(conflictsOf(index, essayAt("pagefinder/index.html", old.source.file)), []);
  });

  it("tells of share pictures only what their essays do not tell", () => {
    const picture = (file: string): Output => ({
      ...essayAt("share/x.png", file),
      what: "the share picture of an essay",
      companion: true,
    });
    const [mine, others] = [picture(young.source.file), picture(old.source.file)];
    assert.deepEqual(conflictsOf(mine, others), []);
    const ofPublic = { path: "share/x.png", what: "a file of public/", file: "public/share/x.png" };
    const [conflict, ...more] = conflictsOf(mine, ofPublic);
    assert.deepEqual(more, []);
    assert.match(conflict!.message, /the share picture of an essay .* a file of public\//);
  });

  it("compares paths without case and in NFC", () => {
    const pairs = [
      ["tags/Straße/index.html", "tags/STRASSE/index.html"],
      ["caf\u00e9.png", "cafe\u0301.png"],
    ] as const;
    for (const [a, b] of pairs) {
      const conflicts = conflictsOf(essayAt(a, old.source.file), essayAt(b, young.source.file));
      assert.equal(conflicts.length, 1);
      assert.match(conflicts[0]!.message, /many computers can't tell/);
    }
  });

  it("stands at the writer's file where Galley's own page is the other one", () => {
    const page = { path: "tags/index.html", what: "the tag index" };
    const shared = {
      path: "tags/index.html",
      what: "a file of public/",
      file: "public/tags/index.html",
    };
    assert.equal(
      conflictsOf(essayAt(page.path, young.source.file), page)[0]?.file,
      "essays/young.md",
    );
    const [conflict] = conflictsOf(shared, page);
    assert.equal(conflict?.file, "public/tags/index.html");
    assert.deepEqual(conflict.related, []);
    assert.equal(
      conflictsOf(essayAt(page.path, old.source.file), shared)[0]?.file,
      "essays/old.md",
    );
  });

  it("tells a file where another output needs a folder, once", () => {
    const file = { path: "essays", what: "a file of public/", file: "public/essays" };
    const conflicts = conflictsOf(
      essayAt("essays/old/index.html", old.source.file),
      essayAt("Essays/young/index.html", young.source.file),
      file,
    );
    assert.deepEqual(
      conflicts.map(({ message }) => message),
      [
        "the essay (essays/old.md) would be published at essays/old/index.html, but a file of public/ (public/essays) makes essays a file, not a folder",
      ],
    );
  });

  it("tells a file that comes later than what is in its folder", () => {
    const [conflict] = conflictsOf(
      essayAt("a/b", old.source.file),
      essayAt("a", young.source.file),
    );
    assert.equal(conflict?.file, "essays/young.md");
    assert.match(conflict.message, /makes that a folder$/);
  });

  it("reports three outputs with one path at the second and the third", () => {
    const path = "x";
    const outputs = ["a", "b", "c"].map((file) => essayAt(path, file));
    assert.deepEqual(
      conflictsOf(...outputs).map(({ file }) => file),
      ["b", "c"],
    );
  });

  it("is silent on different paths and on one picture asked for twice", () => {
    const picture = { path: "essays/old/a.png", what: "a picture", file: "essays/a.png" };
    assert.deepEqual(conflictsOf(picture, picture, { ...picture, path: "essays/old/b.png" }), []);
  });
});

describe("id-conflict", () => {
  it("names both of two essays with one feed id, at the later one", () => {
    const essays = [young, old].map((essay) => ({
      ...essay,
      manuscript: {
        ...essay.manuscript,
        frontMatter: { id: { value: "1", span: { start: 4, end: 9 } } },
      },
    }));
    const [conflict, ...others] = idConflicts(proofOf({ essays }));
    assert.deepEqual(others, []);
    assert.equal(conflict?.code, "id-conflict");
    assert.equal(conflict.file, "essays/young.md");
    assert.equal(conflict.message, "this essay has the feed id of essays/old.md");
    assert.deepEqual(conflict.span, { start: 4, end: 9 });
    assert.equal(conflict.related?.[0]?.file, "essays/old.md");
  });

  it("is silent where ids differ", () => {
    assert.deepEqual(idConflicts(proofOf({ essays: [young, old] })), []);
  });
});

describe("lost-url", () => {
  it("tells the address and how to keep it", () => {
    const [finding] = lostUrls(
      proofOf({ lostUrls: [{ url: "/essays/gone/", file: "essays/gone.md" }] }),
    );
    assert.equal(finding?.message, "/essays/gone/ was published from this file and is gone");
    assert.match(finding.help!, /aliases: \[\/essays\/gone\/\]/);
    assert.equal(finding.file, "essays/gone.md");
  });

  it("is silent where nothing is lost", () => {
    assert.deepEqual(lostUrls(proofOf({})), []);
  });
});
