import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, encodePath, withPrefix } from "../../src/site/address.ts";
import { plainSettings } from "../support/written-site.ts";

const at = (url: string, prefix?: string) =>
  addressOf(withPrefix({ ...plainSettings, url }, prefix));

test("links start at the root of a site that has a domain of its own", () => {
  const { prefix, link, absolute } = at("https://example.org/");
  assert.equal(prefix, "/");
  assert.equal(link("/"), "/");
  assert.equal(link("/essays/x/"), "/essays/x/");
  assert.equal(absolute("/"), "https://example.org/");
  assert.equal(absolute("/essays/x/"), "https://example.org/essays/x/");
});

test("the path of the settings' url is the prefix, once", () => {
  const { prefix, link, absolute } = at("https://example.org/blog/of/mine/");
  assert.equal(prefix, "/blog/of/mine/");
  assert.equal(link("/feed.xml"), "/blog/of/mine/feed.xml");
  assert.equal(absolute("/feed.xml"), "https://example.org/blog/of/mine/feed.xml");
});

test("a prefix that is given replaces the settings' path, in absolute addresses too", () => {
  for (const prefix of ["/notes/", "notes", "/notes", "notes/", "//notes//"]) {
    const { link, absolute, prefix: whole } = at("https://example.org/blog/", prefix);
    assert.equal(whole, "/notes/", prefix);
    assert.equal(link("/essays/x/"), "/notes/essays/x/", prefix);
    assert.equal(absolute("/essays/x/"), "https://example.org/notes/essays/x/", prefix);
  }
  assert.equal(at("https://example.org/blog/", "/a/b/").prefix, "/a/b/");
});

test("a prefix of nothing but slashes takes the settings' path away", () => {
  for (const prefix of ["/", "", "//"])
    assert.equal(at("https://example.org/blog/", prefix).prefix, "/", prefix);
});

test("a prefix never leads to another host", () => {
  for (const prefix of [
    "//evil.example/",
    "https://evil.example/",
    "\\\\evil.example",
    "@evil.example",
  ]) {
    const { absolute, link } = at("https://example.org/blog/", prefix);
    assert.equal(new URL(absolute("/x/")).host, "example.org", prefix);
    assert.equal(new URL(link("/x/"), "https://example.org/").host, "example.org", prefix);
  }
});

test("a prefix's question and number signs are part of its path", () => {
  for (const prefix of ["/a?b/", "/a#b/"]) {
    const url = new URL(at("https://example.org/", prefix).absolute("/x/"));
    assert.equal(url.search + url.hash, "", prefix);
    assert.ok(url.pathname.endsWith("/x/"), prefix);
  }
});

test("a port and a host of other letters stay as they are", () => {
  assert.equal(at("http://localhost:8080/").absolute("/x/"), "http://localhost:8080/x/");
  assert.equal(
    at("https://xn--bcher-kva.example/a/").absolute("/x/"),
    "https://xn--bcher-kva.example/a/x/",
  );
});

test("paths are percent-encoded step by step, and only what needs it", () => {
  assert.equal(encodePath("/tags/c-plus-plus/"), "/tags/c-plus-plus/");
  assert.equal(encodePath("/tags/~con_x.y/"), "/tags/~con_x.y/");
  assert.equal(encodePath("/tags/日本語/"), "/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/");
  assert.equal(encodePath("/a b/c?d/e#f/g%h/"), "/a%20b/c%3Fd/e%23f/g%25h/");
  assert.equal(encodePath('/"<&>/'), "/%22%3C%26%3E/");
});

test("what is encoded decodes to what it was", () => {
  for (const path of ["/tags/日本語/", "/a b/c?d/e#f/g%h/", "/%41/", "/é/😀/"]) {
    assert.equal(decodeURIComponent(encodePath(path)), path);
    assert.equal(new URL(encodePath(path), "https://example.org/").pathname, encodePath(path));
  }
});
