import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { MAX_YAML, readYaml } from "../../src/data/yaml.ts";

const schema = v.object({
  title: v.optional(v.string("a text")),
  draft: v.optional(v.boolean("true or false")),
  author: v.optional(v.object({ name: v.optional(v.string("a text")) }, "a mapping")),
  tags: v.optional(v.array(v.string("a text"), "a list")),
});

const read = (text: string) => {
  const result = readYaml(
    text,
    { start: 0, end: text.length },
    { schema, code: "invalid-settings", name: "the file" },
  );
  const findings = result.findings.map(({ severity, code, message, span }) => ({
    what: `${severity}[${code}] ${message}`,
    at: text.slice(span.start, span.end),
  }));
  return { ...result, findings };
};

test("says what is expected, what is there, and where", () => {
  assert.deepEqual(read("draft: maybe\nauthor: { name: 7 }\n").findings, [
    {
      what: 'error[invalid-settings] `draft` is to be true or false, not "maybe"',
      at: "maybe",
    },
    { what: "error[invalid-settings] `author.name` is to be a text, not the number 7", at: "7" },
  ]);
});

test("offers the nearest known key, at every level", () => {
  const { findings, value } = read("titel: x\nauthor:\n  nme: y\nzzz: 1\n");
  assert.deepEqual(
    findings.map(({ at }) => at),
    ["titel", "nme", "zzz"],
  );
  assert.deepEqual(value, { author: {} });
});

test("keeps dates and words like `no` as they are written", () => {
  assert.deepEqual(read("title: 2026-02-24\ntags: [no, yes, on, 2026-02-30]").value, {
    title: "2026-02-24",
    tags: ["no", "yes", "on", "2026-02-30"],
  });
});

test("takes a key with nothing behind it as not given", () => {
  const { value, findings } = read("title:\nauthor:\n  name: ~\n");
  assert.deepEqual({ value, findings }, { value: { author: {} }, findings: [] });
});

test("reads LF, CRLF and CR alike", () => {
  const lines = ["title: 'x'", "author:", "  name: y", "tags:", "  - a", "  - b"];
  const [lf, crlf, cr] = ["\n", "\r\n", "\r"].map((end) => read(lines.join(end)).value);
  assert.deepEqual(lf, { title: "x", author: { name: "y" }, tags: ["a", "b"] });
  assert.deepEqual(crlf, lf);
  assert.deepEqual(cr, lf);
});

test("refuses a key that is given twice", () => {
  assert.deepEqual(read("title: a\nauthor: {name: x, name: y}").findings, [
    { what: "error[invalid-settings] the file gives `name` twice", at: "name" },
  ]);
  assert.equal(read("title: a\ntitle: b").findings.length, 1);
});

test("refuses what is no mapping", () => {
  for (const text of ["- a\n- b", "just words", "[1, 2]", "42"]) {
    assert.match(read(text).findings[0]!.what, /key: value/);
    assert.equal(read(text).value, undefined);
  }
});

test("does not let `__proto__` be more than an unknown key", () => {
  const { value, findings } = read("__proto__: { polluted: true }\nconstructor: x");
  assert.deepEqual(value, {});
  assert.equal(findings.length, 2);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test("names the place of broken YAML, and not every consequence of it", () => {
  for (const text of [
    "title: [",
    'title: "x',
    "title: a: b",
    "\ttitle: x",
    "a: 1\n--- \nb: 2",
    "title: !x y",
  ]) {
    const { findings, value } = read(text);
    assert.equal(value, undefined, text);
    assert.ok(findings.length >= 1 && findings.length <= 3, text);
    assert.match(findings[0]!.what, /^error\[invalid-settings\] the file is not valid YAML: /);
  }
});

test("survives what is meant to harm", () => {
  const layers = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
  const harmful = [
    ["a0: &a0 x", ...layers].join("\n"),
    "title: &t { x: *t }",
    "title: *nothing",
    `title: ${"[".repeat(30_000)}`,
    `title: ${"{a: ".repeat(10_000)}`,
    "- ".repeat(30_000),
    "? [a, b]\n: c",
    "title: !!js/function 'function () {}'",
    "title: !!binary aGk=",
    "x".repeat(MAX_YAML + 1),
  ];
  for (const text of harmful) {
    const { findings, value } = read(text);
    assert.deepEqual(value ?? {}, {}, text.slice(0, 40));
    assert.match(findings[0]!.what, /^error\[invalid-settings\]/);
  }
});

test("reads thousands of keys", () => {
  const text = Array.from({ length: 9000 }, (_, i) => `k${i}:`).join("\n");
  assert.equal(read(text).findings.length, 9000);
});

test("finds places by their path", () => {
  const text = "title: 'x y'\nauthor:\n  name: z\ntags: [a, \"b c\"]\n";
  const { spanOf } = read(text);
  const at = (...path: (string | number)[]) => {
    const span = spanOf(path);
    return span && text.slice(span.start, span.end);
  };
  assert.equal(at("title"), "'x y'");
  assert.equal(at("author", "name"), "z");
  assert.equal(at("tags", 1), '"b c"');
  assert.equal(at("nothing"), undefined);
  assert.equal(at("title", "deeper"), undefined);
});
