import assert from "node:assert/strict";
import { test } from "node:test";
import { isUuid, URL_NAMESPACE, uuidV5 } from "../../src/text/uuid.ts";

const DNS_NAMESPACE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

test("makes the UUID of RFC 9562's example", () => {
  assert.equal(uuidV5(DNS_NAMESPACE, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("makes UUIDs of names in any script", () => {
  const id = uuidV5(URL_NAMESPACE, "https://example.org/日本語/");
  assert.ok(isUuid(id));
  assert.match(id, /^.{14}5.{4}[89ab]/);
  assert.notEqual(id, uuidV5(URL_NAMESPACE, "https://example.org/"));
});
