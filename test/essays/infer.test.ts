import assert from "node:assert/strict";
import { test } from "node:test";
import { slugify } from "../../src/text/slug.ts";
import { read, type ReadingOptions } from "../support/essays.ts";

const essay = (text: string, options?: ReadingOptions) => read(text, options).essay;
const named = (file: string, text = "Words here. More.") => essay(text, { file, format: "txt" });
const findings = (text: string, options?: ReadingOptions) =>
  read(text, options).findings.map(({ severity, code, span }) => ({
    what: `${severity}[${code}]`,
    at: text.slice(span.start, span.end),
  }));

test("climbs the ladder of titles", () => {
  const file = "essays/2026-02-24-who-is-on-call.md";
  const title = (text: string, options: ReadingOptions = {}) => {
    const { title, titled } = essay(text, { file, ...options });
    return { title, titled };
  };
  assert.deepEqual(title("---\ntitle: Given\n---\n# Heading\n\nWords."), {
    title: "Given",
    titled: true,
  });
  assert.deepEqual(title("# Heading\n\nWords."), { title: "Heading", titled: true });
  assert.deepEqual(title("Words."), { title: "Who is on call", titled: true });
  assert.deepEqual(title("The first sentence. More.", { file: "essays/2026-02-24-notes.md" }), {
    title: "The first sentence.",
    titled: false,
  });
  assert.deepEqual(title("***", { file: "essays/notes.md" }), { title: "Notes", titled: true });
  assert.deepEqual(title("# Heading", { file, format: "txt" }), {
    title: "Who is on call",
    titled: true,
  });
});

test("takes the first sentence for the title where the file is only named by it", () => {
  const text = 'I\'ve been "there", and back. More.';
  const { title, titled } = named("essays/2026-02-24-ive-been-there-and-back.txt", text);
  assert.deepEqual({ title, titled }, { title: 'I\'ve been "there", and back.', titled: false });
  assert.equal(named("essays/ive-been-there.txt", text).title, "Ive been there");
  const spelled = named("essays/hello-world.txt", "Hello world. More.");
  assert.deepEqual([spelled.title, spelled.titled], ["Hello world", true]);
});

test("makes titles of file names in any script", () => {
  assert.equal(named("essays/über_das meer.txt").title, "Über das meer");
  assert.equal(named("essays/2026-01-01-élan-vital.txt").title, "Élan vital");
  assert.equal(named("essays/一 二.txt").title, "一 二");
  assert.equal(named("essays/---.txt", "***").title, "---");
});

test("takes the folder's name of an index", () => {
  const inFolder = named("essays/2026-02-24-a-long-trip/index.txt");
  assert.deepEqual(
    [inFolder.slug, inFolder.title, inFolder.date],
    ["a-long-trip", "A long trip", { day: "2026-02-24" }],
  );
  assert.equal(named("essays/2024/deep/a-trip.txt").slug, "a-trip");
  assert.equal(named("essays/index.txt").slug, "index");
});

test("takes the date that is given, else the file name's, else git's", () => {
  const file = "essays/2026-02-24-x.md";
  const firstCommit = () => "2025-05-05";
  assert.deepEqual(essay("---\ndate: 2026-03-01\n---\nx", { file }).date, { day: "2026-03-01" });
  assert.deepEqual(essay("x", { file, firstCommit }).date, { day: "2026-02-24" });
  assert.deepEqual(essay("x", { firstCommit }).date, { day: "2025-05-05" });
  assert.equal(essay("x").date, undefined);
  assert.equal(essay("x", { role: "page", file: "pages/about.md", firstCommit }).date, undefined);
  assert.deepEqual(named("essays/2026-02-24.txt").date, { day: "2026-02-24" });
  assert.equal(named("essays/2026-02-241.txt").date, undefined);
});

test("refuses dates that are none, at their place", () => {
  assert.deepEqual(findings("---\ndate: 2026-02-30\nupdated: soon\n---\nx"), [
    { what: "error[invalid-date]", at: "2026-02-30" },
    { what: "error[invalid-date]", at: "soon" },
  ]);
  const { findings: found, essay: read1 } = read("x", { file: "essays/2026-02-30-x-y.md" });
  assert.equal(found[0]?.code, "invalid-date");
  assert.match(found[0].message, /2026-02-30/);
  assert.equal(read1.slug, "x-y");
});

test("does not look at the file name where front matter gives the date", () => {
  const text = "---\ndate: 2026-02-28\n---\nx";
  assert.deepEqual(findings(text, { file: "essays/2026-02-30-x.md" }), []);
});

test("reads times in the site's zone", () => {
  const text = "---\ndate: 2026-02-24 23:30+00:00\n---\nx";
  assert.deepEqual(essay(text, { settings: { timeZone: "Pacific/Auckland" } }).date, {
    day: "2026-02-25",
    minute: "12:30",
    at: "2026-02-24T23:30:00Z",
  });
});

test("holds back what is ahead, and drafts", () => {
  const state = (header: string) => essay(`---\n${header}\n---\nx`, { asOf: "2026-02-24" }).state;
  assert.equal(state("date: 2026-02-24"), "published");
  assert.equal(state("date: 2026-02-25"), "held-back");
  assert.equal(state("date: 2026-02-25\ndraft: true"), "draft");
  assert.equal(state("draft: false"), "published");
});

test("makes slugs of file names that are one safe segment", () => {
  assert.equal(named("essays/2026-02-24-Who is on Call?.txt").slug, "who-is-on-call");
  assert.equal(named("essays/ÜBER.txt").slug, "über");
  for (const name of [
    "!!!",
    "..",
    "😀",
    "con",
    "2026-02-24",
    "___",
    "a%2fb",
    "-",
    "長".repeat(80),
  ]) {
    const { slug } = named(`essays/${name}.txt`);
    assert.match(slug, /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}-]*$/u, name);
    assert.equal(slugify(slug), slug);
    assert.notEqual(slug, "con");
  }
});

test("gives a file one slug however its name is composed", () => {
  assert.equal(named("essays/caf\u00e9.txt").slug, named("essays/cafe\u0301.txt").slug);
});

test("refuses a slug that is not one, and offers the right form", () => {
  assert.equal(essay("---\nslug: über-uns\n---\nx").slug, "über-uns");
  for (const slug of [
    "../../etc",
    "a/b",
    "..",
    "Upper",
    "two words",
    "a--b",
    "-a",
    "a.html",
    "!!!",
  ]) {
    const text = `---\nslug: "${slug}"\n---\nx`;
    const { findings: found, essay: read1 } = read(text);
    assert.equal(found[0]?.code, "invalid-front-matter", slug);
    assert.equal(found[0].data?.["slug"], read1.slug);
    assert.ok(found[0].help?.includes(`\`${read1.slug}\``));
    assert.equal(text.slice(found[0].span.start, found[0].span.end), `"${slug}"`);
  }
});

test("names a description as its file is named, by the slug of a tag", () => {
  const slug = (file: string) => essay("x", { role: "description", file }).slug;
  assert.equal(slug("tags/c-plus-plus.md"), "c-plus-plus");
  assert.equal(slug("tags/~plus.md"), "~plus");
  assert.equal(slug("tags/snake__case.md"), "snake__case");
});

test("gives topics the names that the settings give them, each tag once", () => {
  const settings = {
    tags: { aliases: { JS: "javascript", "#ts": "#TypeScript", __proto__x: "y" } },
  };
  const text = "---\ntags: [js, JavaScript, ts, $JS, '@js', $js]\n---\nx";
  assert.deepEqual(
    essay(text, { settings }).tags.map(({ kind, label }) => `${kind} ${label}`),
    ["topic javascript", "topic TypeScript", "ticker JS", "mention js"],
  );
});

test("fills in what else is not said", () => {
  const plain = essay("Words here.", { settings: { language: "de" } });
  assert.deepEqual(
    [plain.lang, plain.order, plain.description, plain.aliases, plain.updated],
    ["de", 0, "Words here.", [], undefined],
  );
  const said = essay(
    "---\nlang: fr\norder: 3\ndescription: Said\naliases: [a, /b/]\nupdated: 2026-01-02\n---\nx",
    { role: "page", file: "pages/about.md" },
  );
  assert.deepEqual(
    [said.lang, said.order, said.description, said.aliases.map(({ value }) => value), said.updated],
    ["fr", 3, "Said", ["a", "/b/"], { day: "2026-01-02" }],
  );
});
