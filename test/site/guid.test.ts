import assert from "node:assert/strict";
import { test } from "node:test";
import { guidOf } from "../../src/site/guid.ts";
import { uuidV5 } from "../../src/text/uuid.ts";
import { plainSettings, siteIn, textAt, type Circumstances } from "../support/written-site.ts";

const FILE = "essays/2024-01-01-old-title.md";

/** The id of an essay with some front matter. */
function guid(frontMatter: string, file = FILE, settings: Circumstances["settings"] = {}): string {
  const site = siteIn({ [file]: `---\n${frontMatter}\n---\nWords.\n` }, { settings });
  return guidOf(site, textAt(site, file));
}

const from = (name: string): string => uuidV5(plainSettings.id, name);

test("grows from the essay's own id, else its last alias, else its slug", () => {
  assert.equal(guid("title: x"), from("old-title"));
  assert.equal(guid("aliases: [first, second]"), from("second"));
  assert.equal(guid("aliases: [first, second]\nid: mine"), from("mine"));
  assert.equal(guid("slug: other"), from("other"));
});

test("is a UUID of version 5", () => {
  assert.match(
    guid("title: x"),
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test("stays through a rename that keeps the old slug as the last alias", () => {
  const before = guid("title: x");
  assert.equal(guid("aliases: [old-title]", "essays/2024-01-01-new-title.md"), before);
  assert.equal(guid("aliases: [even-older, old-title]", "essays/new-title.md"), before);
  assert.equal(guid("slug: new-title\naliases: old-title"), before);
});

test("takes an alias that is written as the address that it was", () => {
  const before = guid("title: x");
  for (const alias of ["/essays/old-title/", "/essays/old-title"]) {
    assert.equal(guid(`aliases: ["${alias}"]`, "essays/new.md"), before, alias);
  }
  assert.notEqual(guid('aliases: ["/2019/old-title/"]', "essays/new.md"), before);
});

test("stays when accents of the alias are composed otherwise than those of the slug", () => {
  const before = guid("title: x", "essays/2024-01-01-caf\u00e9.md");
  assert.equal(guid("aliases: [cafe\u0301]", "essays/2024-01-01-bar.md"), before);
});

test("stays through a change of title, date, text, domain and language", () => {
  const before = guid("title: x");
  assert.equal(guid("title: y\ndate: 2020-05-05\nlang: de"), before);
  assert.equal(
    guid("title: x", FILE, { url: "https://other.example/blog/", title: "Other" }),
    before,
  );
});

test("differs on a site with another id", () => {
  assert.notEqual(
    guid("title: x", FILE, { id: "00000000-0000-4000-8000-000000000000" }),
    guid("title: x"),
  );
});
