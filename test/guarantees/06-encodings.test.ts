import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CONTENT as GOLDEN } from "../golden/build.ts";
import { buildSite } from "../support/build.ts";
import { differences, treeOf, type Tree } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import { acceptedCases, contentOf, hasSettings } from "../support/hostile.ts";

const BOM = "\ufeff";

/** How editors of other systems would have saved a text. */
const savings: Readonly<Record<string, (text: string) => string>> = {
  "a BOM": (text) => BOM + text,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "a lone CR": (text) => text.replaceAll("\n", "\r"),
  "a BOM and CRLF": (text) => BOM + text.replaceAll("\n", "\r\n"),
  "line ends of two systems in turn": mixed,
};

type Put = (content: string) => void;

/** Content to save anew, by its name. */
const contents: Readonly<Record<string, Put>> = {
  "the golden site": (content) => cpSync(GOLDEN, content, { recursive: true }),
  "all hostile content": (content) => {
    contentOf(
      acceptedCases().filter((hostile) => !hasSettings(hostile)),
      content,
    );
  },
  ...Object.fromEntries(
    acceptedCases()
      .filter(hasSettings)
      .map((hostile) => [`"${hostile.name}"`, (content: string) => contentOf([hostile], content)]),
  ),
};

for (const [name, put] of Object.entries(contents)) {
  test(`${name} is the same with any BOM and line ends`, async (t) => {
    const plain = await siteOf(t, put, (text) => text);
    for (const [how, save] of Object.entries(savings)) {
      assert.deepEqual(differences(plain, await siteOf(t, put, save)), [], how);
    }
  });
}

/** Builds content whose texts were all saved in one way. */
async function siteOf(t: Scope, put: Put, save: (text: string) => string): Promise<Tree> {
  const content = join(temporaryFolder(t), "content");
  const output = outputFolder(t);
  put(content);
  const files = readdirSync(content, { encoding: "utf8", recursive: true });
  for (const file of files.filter((name) => /\.(?:md|txt|yaml)$/.test(name))) {
    const path = join(content, file);
    const text = readFileSync(path, "utf8").replace(/^\ufeff+/, "");
    writeFileSync(path, save(text.replace(/\r\n?/g, "\n")));
  }
  await buildSite(content, { output, asOf: "2026-06-30" });
  return treeOf(output);
}

function mixed(text: string): string {
  const ends = ["\n", "\r\n", "\r\n"];
  let next = 0;
  return text.replaceAll("\n", () => ends[next++ % ends.length]!);
}
