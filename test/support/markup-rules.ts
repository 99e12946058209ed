import assert from "node:assert/strict";
import { startTags, type StartTag } from "./markup.ts";

/** Elements that run, load, send or cover something. Of `script`, blocks of data are meant by nobody to run. */
const ACTIVE = setOf(
  "applet audio base button canvas embed form frame frameset iframe input math noscript object",
  "plaintext portal select source style svg template textarea track video xmp",
);

/** What the search page has besides, and no other: see docs/search.md. */
const OF_SEARCH = setOf("button form input noscript");

/** Elements that an essay's text may be made of. */
const OF_TEXT = setOf(
  "a blockquote br code div em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre s strong sup",
  "span table tbody td th thead tr ul",
);

const ATTRIBUTES_OF_TEXT = setOf(
  "alt class decoding height href id loading role src start tabindex title width",
);

/** Attributes that hold an address. */
const ADDRESSES = setOf("href src action formaction cite poster data srcset");
// oxlint-disable-next-line no-control-regex -- browsers leave them out
const IGNORED_BY_BROWSERS = /[\u0000-\u0020\u007f-\u00a0\ufeff]/g;
const RUNNING = /^(?:javascript|vbscript|data|file|blob|filesystem|view-source|jar):/i;

/** A page of ours does nothing by itself, and loads nothing from elsewhere. Throws where it does. */
export function assertInert(page: string, where: string): void {
  const isSearch = /(?:^|\/)search\/index\.html$/.test(where);
  for (const tag of startTags(page)) {
    const isMeant = isSearch && OF_SEARCH.has(tag.name);
    assert.ok(isMeant || !ACTIVE.has(tag.name), `${where}: <${tag.name}>`);
    if (tag.name === "script") assertScript(tag, isSearch);
    if (tag.name === "meta") assertHarmlessMeta(tag, where);
    if (tag.name === "link") assertOwn(tag, where);
    assertHarmlessAttributes(tag, where);
  }
}

/** Facts for machines; on the search page, its one script too, which is a file of this site. */
function assertScript({ attributes }: StartTag, isSearch: boolean): void {
  if (isSearch && attributes.type === "module") {
    assert.match(attributes.src ?? "", /^\/(?:[^/].*\/)?search\.js$/);
  } else assert.deepEqual(attributes, { type: "application/ld+json" });
}

/** Rendered text, of a page or a feed, has nothing but the elements and attributes of text. */
export function assertText(markup: string, where: string): void {
  for (const tag of startTags(markup)) {
    assert.ok(OF_TEXT.has(tag.name), `${where}: <${tag.name}> in an essay`);
    // Parts of code, and nothing else.
    if (tag.name === "span") assert.match(tag.attributes.class ?? "", /^hljs-/, where);
    for (const name of Object.keys(tag.attributes)) {
      assert.ok(ATTRIBUTES_OF_TEXT.has(name), `${where}: ${tag.name} ${name}= in an essay`);
    }
    assertHarmlessAttributes(tag, where);
  }
}

function assertHarmlessAttributes({ name, attributes }: StartTag, where: string): void {
  for (const [attribute, value] of Object.entries(attributes)) {
    assert.doesNotMatch(
      attribute,
      /^(?:on.*|style|srcdoc|ping|background)$/,
      `${where}: <${name}>`,
    );
    if (!ADDRESSES.has(attribute)) continue;
    assert.doesNotMatch(decoded(value).replace(IGNORED_BY_BROWSERS, ""), RUNNING, where);
    if (attribute === "src") assert.match(value, /^(?:\/(?!\/)|https:\/\/example\.org\/)/, where);
  }
}

/** Redirects lead to pages of this site alone. */
function assertHarmlessMeta({ attributes }: StartTag, where: string): void {
  const { "http-equiv": command, content } = attributes;
  if (command === undefined) return;
  assert.equal(command, "refresh", where);
  assert.match(content ?? "", /^0; url=\/(?!\/)/, where);
}

/** What a browser loads for a page lies on this site. */
function assertOwn({ attributes }: StartTag, where: string): void {
  const { rel = "", href = "" } = attributes;
  if (["stylesheet", "icon", "preload"].includes(rel)) assert.match(href, /^\/(?!\/)/, where);
}

const decoded = (value: string): string =>
  value
    .replace(/&#x([\da-f]+);?/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/&#(\d+);?/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll("&colon;", ":")
    .replaceAll("&amp;", "&");

function setOf(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((line) => line.split(" ")));
}
