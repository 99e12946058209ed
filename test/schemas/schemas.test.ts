import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { schemaFiles, type JsonSchema } from "../../schemas/generate.ts";
import { readSettings } from "../../src/settings/read.ts";
import { ROOT } from "../../src/io/root.ts";
import { read } from "../support/essays.ts";
import { isValid } from "../support/json-schema.ts";

const FOLDER = join(ROOT, "schemas");
const written = (name: string): JsonSchema =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), "utf8")) as JsonSchema;

describe("the JSON Schemas for editors", () => {
  it("are what the code makes of its own schemas: npm run schemas", () => {
    const made = schemaFiles();
    const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
    assert.deepEqual(names.toSorted(), Object.keys(made).toSorted());
    for (const [name, text] of Object.entries(made)) {
      const now = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as unknown;
      assert.deepEqual(now, JSON.parse(text), name);
    }
  });

  it("say of every key what it is", () => {
    for (const name of ["site", "essay", "page"]) assert.deepEqual(untold(written(name)), []);
  });

  it("is found by editors from site.yaml", () => {
    const path = join(ROOT, "content/site.yaml");
    const named = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(path, "utf8"))![1]!;
    assert.equal(join(dirname(path), named), join(FOLDER, "site.schema.json"));
  });
});

/** Keys without a description, at every level. */
const untold = ({ properties = {} }: JsonSchema, path = ""): readonly string[] =>
  Object.entries(properties).flatMap(([key, value]) => [
    ...(value.description ? [] : [`${path}${key}`]),
    ...untold(value, `${path}${key}.`),
  ]);

/** What the code objects to: errors, and keys that it does not know. */
const objections = {
  site: (yaml: string) => readSettings(yaml).findings.filter(({ code }) => code !== "no-settings"),
  essay: (yaml: string) => read(`---\n${yaml}\n---\nWords.\n`).findings,
  page: (yaml: string) =>
    read(`---\n${yaml}\n---\nWords.\n`, { role: "page", file: "pages/a.md" }).findings,
};

const cases: Readonly<
  Record<keyof typeof objections, Readonly<Record<"accepted" | "rejected", readonly string[]>>>
> = {
  site: {
    accepted: [
      "title: Notes\nurl: https://example.org/blog/\nlanguage: pt-BR\ntimeZone: Europe/Lisbon",
      "url: HTTP://example.org/@ada/",
      "id: 3F0C0B1E-6d1b-4c8e-9a54-5b6b7d0f2a11",
      "title:\nauthor:\n  name:",
      "author: { name: Ada, email: ada@example.org, url: https://example.org, fediverse: '@a@exämple.social' }",
      "tags: { aliases: { js: javascript, '#c': C } }",
      "duplicates: { severity: off, minWords: 5, reworked: true, allow: [abc, 123] }",
      "duplicates: { severity: 'error', minWords: 1000, allow: [] }",
      "markdown: { html: true }",
      "timeZone: UTC\nlanguage: en",
      "timeZone: America/Argentina/Buenos_Aires",
    ],
    rejected: [
      "titel: Notes",
      "title: 1984",
      "title: '  '",
      "title: [a]",
      "description: true",
      "url: example.org",
      "url: ftp://example.org/",
      "url: https://example.org/?a=b",
      "url: https://ada@example.org/",
      "id: 1",
      "id: abc",
      "language: english_uk",
      "timeZone: Lisbon time",
      "author: Ada",
      "author: { nmae: Ada }",
      "author: { email: ada }",
      "author: { fediverse: ada@example.social }",
      "author: { url: ada }",
      "tags: { aliases: [a] }",
      "tags: { aliases: { a: 1 } }",
      "duplicates: { severity: loud }",
      "duplicates: { minWords: 4 }",
      "duplicates: { minWords: 1001 }",
      "duplicates: { minWords: 5.5 }",
      "duplicates: { reworked: maybe }",
      "duplicates: { allow: abc }",
      "duplicates: []",
      "markdown: { html: 'true' }",
      "markdown: { HTML: true }",
    ],
  },
  essay: {
    accepted: [
      "title: A title\ndate: 2026-02-24\nupdated: 2026-02-25 10:00\ntags: [a, 'C#', 2024]\nslug: a-title",
      "date: 2026-02-24 14:30 +01:00",
      "date: 2026-02-24T14:30Z",
      "tags: word\naliases: old-slug",
      "tags: []\naliases: [a, /2026/b/]",
      "draft: true\nlang: pt\nduplicates: allow\nid: x\ndescription: So.",
      "duplicates: [abc, 123]",
      "title:\ntags:\ndraft:",
    ],
    rejected: [
      "title: 12",
      "title: ' '",
      "date: yesterday",
      "date: 24.2.2026",
      "updated: 2026-2-4",
      "date: 2026-02-24 14:30:15",
      "tags: { a: b }",
      "tags: ['']",
      "tags: 7",
      "tags: [[a]]",
      "aliases: true",
      "draft: maybe",
      "lang: 1",
      "lang: portuguese_brazil",
      "duplicates: yes please",
      "duplicates: true",
      "order: 1",
      "tag: a",
      "slug: 5",
    ],
  },
  page: {
    accepted: ["order: 1", "order: -1.5\ntitle: About", "order:"],
    rejected: ["order: first", "order: '1'", "ordre: 1"],
  },
};

for (const [name, { accepted, rejected }] of Object.entries(cases)) {
  const kind = name as keyof typeof objections;
  const schema = written(kind);
  describe(`the schema of ${kind}`, () => {
    for (const yaml of accepted) {
      it(`accepts ${JSON.stringify(yaml)}, as the code does`, () => {
        assert.deepEqual(objections[kind](yaml), []);
        assert.equal(isValid(parse(yaml), schema), true);
      });
    }
    for (const yaml of rejected) {
      it(`rejects ${JSON.stringify(yaml)}, as the code does`, () => {
        assert.notEqual(objections[kind](yaml).length, 0);
        assert.equal(isValid(parse(yaml), schema), false);
      });
    }
  });
}
