import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ended } from "../support/build.ts";

/** What the Nu HTML checker has to say about a document. */
export interface Remark {
  readonly kind: "error" | "warning";
  readonly text: string;
  /** Below the site's folder, with line and column: `essays/x/index.html:3:7`. */
  readonly place: string;
  /** What stands there. */
  readonly extract: string;
}

const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/**
 * Without guesses at a text's language, which is the writer's to say. The checker reports to stderr by itself, and
 * ends with 1 where it found something, as it does where it cannot run.
 */
const OPTIONS = ["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect"] as const;
const ALL_KINDS = ["--also-check-css", "--also-check-svg"] as const;

interface Message {
  readonly type: "error" | "info" | "non-document-error";
  readonly subType?: "warning" | "fatal";
  readonly message: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly firstColumn?: number;
  readonly lastColumn?: number;
  readonly extract?: string;
}

/**
 * Has the Nu HTML checker read all pages, style sheets and SVG pictures in some folders, in one go, since its start
 * takes longer than a hundred pages do. Returns its remarks in the order of the folders.
 */
export async function remarksOn(
  folders: readonly string[],
): Promise<readonly (readonly Remark[])[]> {
  const files = folders.flatMap(documentsIn);
  const { status, stdout, stderr } = await ended("java", [
    ...["-jar", CHECKER, ...OPTIONS, ...ALL_KINDS],
    ...files,
  ]);
  if (status !== 0) throw new Error(`The Nu HTML checker did not run:\n${stderr}`);
  const { messages } = JSON.parse(stdout) as { messages: readonly Message[] };
  const bases = folders.map((folder) => pathToFileURL(`${folder}/`).href.replace("///", "/"));
  const lost = messages.find(({ url = "" }) => !bases.some((base) => url.startsWith(base)));
  if (lost) throw new Error(`The Nu HTML checker did not read all: ${lost.message}`);
  return bases.map((base) =>
    messages.filter(({ url }) => url!.startsWith(base)).map((message) => remarkOf(message, base)),
  );
}

/** The search's own files are its makers' to check. */
const documentsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((path) => /\.(?:html|css|svg)$/.test(path) && !path.startsWith("pagefind"))
    .toSorted()
    .map((path) => join(folder, path));

function remarkOf(message: Message, base: string): Remark {
  const { type, message: text, url, lastLine, firstColumn, lastColumn, extract = "" } = message;
  return {
    kind: type === "error" ? "error" : "warning",
    text,
    place: [url!.slice(base.length), lastLine, firstColumn ?? lastColumn].join(":"),
    extract,
  };
}
