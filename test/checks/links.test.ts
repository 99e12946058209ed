import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { brokenLinks } from "../../src/checks/broken-links.ts";
import { remoteImages } from "../../src/checks/remote-images.ts";
import type { Link } from "../../src/essays/essay.ts";
import type { Resolution } from "../../src/site/links.ts";
import { essayOf, proofOf } from "../support/proof.ts";

const span = { start: 2, end: 9 };
const proofWith = (kind: Link["kind"], target: string, resolution: Resolution) => {
  const essay = essayOf("essays/a.md", { links: [{ kind, target, span }] });
  return proofOf({ essays: [essay], links: [[essay, resolution]] });
};

describe("broken-link", () => {
  it("names the target, what is missing and the nearest that exists", () => {
    const resolution = {
      kind: "broken",
      why: "there is no such file",
      nearest: "other.md",
    } as const;
    const [finding] = brokenLinks(proofWith("link", "othr.md", resolution));
    assert.equal(finding?.code, "broken-link");
    assert.equal(finding.severity, "error");
    assert.equal(
      finding.message,
      "the link to othr.md leads nowhere: there is no such file; the nearest is other.md",
    );
    assert.deepEqual(finding.data, { target: "othr.md", nearest: "other.md" });
    assert.deepEqual([finding.file, finding.span], ["essays/a.md", span]);
  });

  it("names no nearest where none is near", () => {
    const [finding] = brokenLinks(proofWith("link", "#x", { kind: "broken", why: "no such part" }));
    assert.equal(finding?.message, "the link to #x leads nowhere: no such part");
    assert.ok(!("data" in finding));
  });

  it("is silent on links that lead somewhere", () => {
    assert.deepEqual(brokenLinks(proofWith("link", "b.md", { kind: "page", url: "/b/" })), []);
    assert.deepEqual(brokenLinks(proofWith("link", "https://x.org", { kind: "external" })), []);
  });
});

describe("broken-image", () => {
  it("is what a broken link of a picture is", () => {
    const [finding] = brokenLinks(proofWith("image", "a.png", { kind: "broken", why: "missing" }));
    assert.equal(finding?.code, "broken-image");
    assert.equal(finding.message, "the picture a.png can't be shown: missing");
  });
});

describe("remote-image", () => {
  it("tells a picture of another site", () => {
    const target = "https://example.org/a.png";
    const [finding] = remoteImages(proofWith("image", target, { kind: "remote-image" }));
    assert.equal(finding?.severity, "warning");
    assert.equal(
      finding.message,
      "the picture https://example.org/a.png lies on another site, so it is shown as a link",
    );
  });

  it("is silent on links to other sites", () => {
    assert.deepEqual(remoteImages(proofWith("link", "https://x.org", { kind: "external" })), []);
  });
});
