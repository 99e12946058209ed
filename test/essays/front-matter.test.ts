import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "../../src/essays/essay.ts";
import { readFrontMatter } from "../../src/essays/front-matter.ts";
import { readManuscript } from "../../src/essays/manuscript.ts";

const read = (text: string, role: Role = "essay") => {
  const { frontMatter, findings, end } = readFrontMatter(text, role);
  return {
    frontMatter,
    rest: text.slice(end),
    findings: findings.map(({ severity, code, span }) => ({
      what: `${severity}[${code}]`,
      at: text.slice(span.start, span.end),
    })),
  };
};
const valuesOf = (frontMatter: object): unknown =>
  JSON.parse(JSON.stringify(frontMatter), (_key, value: unknown) =>
    typeof value === "object" && value !== null && "span" in value && "value" in value
      ? value.value
      : value,
  );

const WHOLE = `---
title: "A title: with a colon"
date: 2026-02-24 09:30
updated: 2026-03-01
tags: [a, "$OPG", 2024]
description: Some words
slug: a-title
aliases: /old/
draft: false
lang: de
duplicates: allow
id: my id
---
Body
`;

test("reads every key, and where it stands", () => {
  const { frontMatter, rest, findings } = read(WHOLE);
  assert.deepEqual(findings, []);
  assert.equal(rest, "Body\n");
  assert.deepEqual(valuesOf(frontMatter), {
    title: "A title: with a colon",
    date: "2026-02-24 09:30",
    updated: "2026-03-01",
    description: "Some words",
    slug: "a-title",
    lang: "de",
    id: "my id",
    tags: ["a", "$OPG", "2024"],
    aliases: ["/old/"],
    draft: false,
    duplicates: "allow",
  });
  const { start, end } = frontMatter.tags![1]!.span;
  assert.equal(WHOLE.slice(start, end), '"$OPG"');
});

test("leaves out what is not given", () => {
  assert.deepEqual(read("---\ntitle: x\ntags:\n---\n").frontMatter, {
    title: { value: "x", span: { start: 11, end: 12 } },
  });
});

test("reads LF, CRLF and CR, with a BOM and without, alike", () => {
  const expected = valuesOf(read(WHOLE).frontMatter);
  for (const end of ["\n", "\r\n", "\r"]) {
    for (const bom of ["", "\ufeff"]) {
      const { frontMatter, rest, findings } = read(bom + WHOLE.replaceAll("\n", end));
      assert.deepEqual(valuesOf(frontMatter), expected);
      assert.deepEqual(findings, []);
      assert.equal(rest, `Body${end}`);
    }
  }
});

test("keeps fingerprints as they are written, though YAML takes some for numbers", () => {
  const { frontMatter } = read("---\nduplicates: [12e45678, abc, 0012]\n---\n");
  assert.deepEqual(frontMatter.duplicates?.value, ["12e45678", "abc", "0012"]);
});

test("refuses wrong types at their place", () => {
  const wrong = {
    "title: 42": "42",
    "title: [a]": "[a]",
    "title: ''": "''",
    "date: 2026": "2026",
    "tags: 5": "5",
    "tags: { a: b }": "{ a: b }",
    "tags: [a, [b]]": "[b]",
    "tags: [a, '']": "''",
    "tags: [a, ~]": "~",
    "slug: true": "true",
    "draft: maybe": "maybe",
    "draft: 'true'": "'true'",
    "lang: english": "english",
    "lang: 'en\" onclick=\"x'": "'en\" onclick=\"x'",
    "duplicates: forbid": "forbid",
    "aliases: 3": "3",
    "description: 2026.5": "2026.5",
  };
  for (const [line, at] of Object.entries(wrong)) {
    const { findings } = read(`---\n${line}\n---\n`);
    assert.deepEqual(findings, [{ what: "error[invalid-front-matter]", at }], line);
  }
});

test("knows `order` on pages alone", () => {
  const text = "---\norder: 2\n---\n";
  assert.equal(read(text, "page").frontMatter.order?.value, 2);
  assert.deepEqual(read(text).findings, [{ what: "warning[unknown-key]", at: "order" }]);
  assert.deepEqual(read("---\norder: first\n---\n", "page").findings.length, 1);
});

test("warns of keys that other generators obey, and obeys none of them", () => {
  const keys = [
    "layout",
    "permalink",
    "eleventyComputed",
    "templateEngineOverride",
    "__proto__",
    "pagination",
  ];
  const { findings, frontMatter } = read(
    `---\n${keys.map((key) => `${key}: x`).join("\n")}\n---\n`,
  );
  assert.deepEqual(
    findings,
    keys.map((at) => ({ what: "warning[unknown-key]", at })),
  );
  assert.deepEqual(frontMatter, {});
});

test("says that front matter is never closed, at its opening", () => {
  assert.deepEqual(read("---\ntitle: x\n\nBody\n").findings, [
    { what: "error[invalid-front-matter]", at: "---" },
  ]);
  assert.deepEqual(read("\ufeff---\r\n# note\r\ntitle: x\r\n----\r\n").findings, [
    { what: "error[invalid-front-matter]", at: "---" },
  ]);
});

test("refuses front matter that is no mapping, or no YAML", () => {
  for (const inside of [
    "- a\n- b",
    "just words",
    "title: [",
    "title: x\ntitle: y",
    "a: *b",
    "a: !js x",
  ]) {
    const { findings, rest } = read(`---\n${inside}\n---\nBody`);
    assert.equal(findings[0]?.what, "error[invalid-front-matter]", inside);
    assert.equal(rest, "Body");
  }
});

test("takes a rule above prose for a rule, and loses no text", () => {
  for (const text of [
    "---\n\nIt was a dark night.\n\n---\n\nMore.",
    "---\nIt was a dark night, and it never closed.",
    "---\n\n# A heading\n\nWords\n",
    "----\ntitle: x\n----\n",
    "--- and then he left\n---\n",
    " ---\ntitle: x\n---\n",
    "\n---\ntitle: x\n---\n",
    "***\n\nWords",
    "---",
    "---\n",
  ]) {
    assert.deepEqual(read(text), { frontMatter: {}, rest: text, findings: [] });
  }
});

test("reads empty front matter as none", () => {
  assert.deepEqual(read("---\n---\nBody"), { frontMatter: {}, rest: "Body", findings: [] });
  assert.deepEqual(read("---\n\n# nothing yet\n\n---\nBody").findings, []);
});

test("never runs front matter in another language", () => {
  for (const opening of ["---js", "---javascript", "--- js", "---json", "---toml", "---JS "]) {
    const { findings, frontMatter } = read(`${opening}\n{ title: "x" }\n---\nBody`);
    assert.deepEqual(findings, [{ what: "error[invalid-front-matter]", at: opening.trim() }]);
    assert.deepEqual(frontMatter, {});
  }
});

test("refuses the fifty-first tag, wherever it is written", () => {
  const tags = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`);
  const findings = (text: string) =>
    readManuscript(text, "md", "essay", { html: false, language: "en" }).findings.map(
      ({ code, span }) => ({
        code,
        at: text.slice(span.start, span.end),
      }),
    );
  const header = `#${tags(45).join(" #")}\n\nBody`;
  assert.deepEqual(findings(`---\ntags: [a, b, c, d, e]\n---\n${header}`), []);
  assert.deepEqual(findings(`---\ntags: [a, b, c, d, e, f]\n---\n${header}`), [
    { code: "invalid-front-matter", at: "#t44" },
  ]);
});

test("tells tags that YAML takes for a comment", () => {
  const { findings } = readFrontMatter("---\ntitle: A\ntags: #foo, #bar\n---\nWords.\n", "essay");
  assert.deepEqual(
    findings.map(({ severity, message, help, span }) => [severity, message, help, span]),
    [
      [
        "error",
        "`tags` has nothing in it: to YAML, `#foo, #bar` is a comment",
        "Write the tags without the sign: `tags: [foo, bar]`.",
        { start: 19, end: 29 },
      ],
    ],
  );
  assert.deepEqual(readFrontMatter("---\ntags: # to come\n---\nWords.\n", "essay").findings, []);
});
