import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stateOf } from "../../src/io/output/folder.ts";
import { readManifest } from "../../src/io/output/manifest.ts";
import { outputOf } from "../../src/site/urls.ts";

/** A text of a content folder with the page that a build made of it. */
export interface Published {
  /** Relative to the content folder. */
  readonly file: string;
  readonly url: string;
  readonly text: string;
  readonly format: "md" | "txt";
  /** The page's HTML. */
  readonly page: string;
}

/** All essays and pages that the last build into an output folder published. */
export function publishedIn(content: string, output: string): readonly Published[] {
  const { published } = readManifest(stateOf(output))!;
  return Object.entries(published).map(([url, file]) => ({
    file,
    url,
    text: readFileSync(join(content, file), "utf8"),
    format: /\.txt$/i.test(file) ? "txt" : "md",
    page: readFileSync(join(output, outputOf(url)), "utf8"),
  }));
}
