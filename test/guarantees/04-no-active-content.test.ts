import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { buildSite } from "../support/build.ts";
import { treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { acceptedCases, pagesAloneOf } from "../support/hostile.ts";
import { assertInert, assertText } from "../support/markup-rules.ts";
import { publishedIn } from "../support/published.ts";
import { randomText } from "../support/random-essays.ts";
import { random } from "../support/random.ts";
import { bodyOf, unescaped } from "../support/reading.ts";

for (const hostile of acceptedCases()) {
  test(`nothing of "${hostile.name}" becomes active, on pages and in feeds`, async (t) => {
    const content = pagesAloneOf(hostile, join(temporaryFolder(t), "content"));
    await assertInactive(content, outputFolder(t));
  });
}

async function assertInactive(content: string, output: string): Promise<void> {
  await buildSite(content, { output, asOf: "2026-06-30" });
  for (const { file, page } of publishedIn(content, output)) assertText(bodyOf(page), file);

  for (const [path, bytes] of treeOf(output)) {
    const text = Buffer.from(bytes, "latin1").toString("utf8");
    if (path.endsWith(".html")) assertPage(text, path);
    if (path.endsWith("feed.xml")) for (const html of inRss(text)) assertText(html, path);
    if (path.endsWith("feed.json")) for (const html of inJsonFeed(text)) assertText(html, path);
  }
}

test("nothing of random texts becomes active", async (t) => {
  const content = temporaryFolder(t);
  const next = random(4);
  for (let i = 0; i < 50; i++) {
    const title = JSON.stringify(randomText(next, "title", 3));
    const text = `---\ntitle: ${title}\ntags: [${title}]\n---\n\n${randomText(next, `n${i}`, 40)}`;
    writeFiles(content, { [`essays/2026-01-04-random-${i}.md`]: text });
  }
  await assertInactive(content, outputFolder(t));
});

test("the rules that pages are held against find what they are for", () => {
  for (const bad of [
    "<script>alert(1)</script>",
    '<a href="java&#10;script:alert(1)">x</a>',
    '<img src="https://evil.example/x.png">',
    '<p onclick="alert(1)">x</p>',
    '<p style="color:red">x</p>',
    "<svg></svg>",
    '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
    "<img src=x onerror=alert(1)>",
  ]) {
    assert.throws(() => assertInert(bad, "here"), bad);
    assert.throws(() => assertText(bad, "here"), bad);
  }
});

function assertPage(page: string, path: string): void {
  assertInert(page, path);
  const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  for (const [, json] of blocks) {
    assert.doesNotMatch(json!, /[<>&]/, path);
    assert.equal(typeof JSON.parse(json!), "object");
  }
}

/** The full texts of an RSS feed, and whatever else in it is HTML to a reader. */
const inRss = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(content:encoded|description)>([^]*?)<\/\1>/g)].map(([, , text]) =>
    text!.startsWith("<![CDATA[")
      ? text!.replace(/^<!\[CDATA\[|\]\]>$/g, "").replaceAll("]]]]><![CDATA[>", "]]>")
      : unescaped(text!),
  );

const inJsonFeed = (json: string): readonly string[] =>
  (JSON.parse(json) as { items: { content_html: string }[] }).items.map(
    ({ content_html }) => content_html,
  );
