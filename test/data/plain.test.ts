import assert from "node:assert/strict";
import { test } from "node:test";
import { mappingOf } from "../../src/data/parse.ts";
import { parsePlainMapping } from "../../src/data/plain.ts";
import { random } from "../support/random.ts";

const HEADER = `title: "A title: with a colon"
date: 2026-02-24
# a comment
description: Words, and more (of them)!

tags: [essays, "C++", 2024, 'x y']
aliases:
  - /old/path
  - older
draft: false
order: 12
lang:
`;

test("reads an ordinary header without the library", () => {
  assert.deepEqual(parsePlainMapping(HEADER, 0)?.value, {
    title: "A title: with a colon",
    date: "2026-02-24",
    description: "Words, and more (of them)!",
    tags: ["essays", "C++", 2024, "x y"],
    aliases: ["/old/path", "older"],
    draft: false,
    order: 12,
    lang: null,
  });
});

test("leaves to the library what is not plain", () => {
  const others = [
    "title: a: b",
    "title: a #b",
    "title: |\n  x",
    "title: a\n  b",
    "a: 1\na: 2",
    "a: &x 1",
    "a: {b: c}",
    "- a",
    'a: "\\n"',
    "a: 'it''s'",
    "a: [b, [c]]",
    "a: [b,]",
    "a: 1e5",
    "a: 007",
    "a: .5",
    "a: b\n- c",
    "__proto__: x",
    "\ta: b",
    "a:b",
    "...",
  ];
  for (const yaml of others) assert.equal(parsePlainMapping(yaml, 0), undefined, yaml);
});

test("reads nothing in another way than the library", () => {
  const pieces = [
    ...[
      "title",
      "tags",
      "a",
      ": ",
      ":",
      "- ",
      "  - ",
      "[",
      "]",
      ", ",
      '"',
      "'",
      "\n",
      "\n",
      "\n",
      "\r\n",
    ],
    ...[
      "true",
      "null",
      "Null",
      "False",
      "no",
      "2026-02-24",
      "10:30",
      " ",
      "12",
      "0",
      "1e5",
      "C++",
      "x y",
    ],
    ...[
      "#",
      "é",
      "日本",
      "!",
      "?",
      "&",
      "*",
      "|",
      ">",
      "%",
      "@",
      "-",
      "_",
      ".",
      ",",
      "{",
      "}",
      "~",
      "/",
    ],
    ...["title: words here\n", "tags: [a, b]\n", "tags:\n- a\n- b\n", "draft: true\n", 'id: "x"\n'],
  ];
  const next = random(3);
  let compared = 0;
  for (let i = 0; i < 40_000; i++) {
    const length = 1 + Math.floor(next() * 9);
    const yaml = Array.from({ length }, () => pieces[Math.floor(next() * pieces.length)]).join("");
    const plain = parsePlainMapping(yaml, 5);
    if (plain === undefined) continue;
    compared++;
    const parsed = mappingOf(yaml, 5);
    assert.ok("tree" in parsed, JSON.stringify(yaml));
    const { tree } = parsed;
    assert.deepEqual(plain.value, tree.value, JSON.stringify(yaml));
    for (const [key, value] of Object.entries(plain.value)) {
      const items = Array.isArray(value) ? value.map((_, item) => [key, item]) : [];
      const scalars = value === null || Array.isArray(value) ? [] : [[key]];
      for (const path of [...items, ...scalars]) {
        assert.deepEqual(plain.spanOf(path), tree.spanOf(path), JSON.stringify({ yaml, path }));
      }
      assert.deepEqual(plain.keySpanOf([key]), tree.keySpanOf([key]), JSON.stringify(yaml));
    }
  }
  assert.ok(compared > 1000, String(compared));
});
