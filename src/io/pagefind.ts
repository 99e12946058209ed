import { accessSync, constants, statSync } from "node:fs";
import { createRequire } from "node:module";
import type { PagefindIndex } from "pagefind";
import type { SearchDocument } from "../site/search.ts";
import { whileServiceLives } from "./pagefind-service.ts";
import { Refusal } from "./refusal.ts";

/** A file of an index, by its path in the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Pagefind is one process for all who use it: it ends when nobody does. */
let users = 0;

/**
 * Indexes some texts with Pagefind, in a process of its own. The same texts in the same order and language give the
 * same bytes. Throws a `Refusal` where Pagefind does not run on this machine.
 *
 * @param language whose stems are known, see `stemLanguage`
 */
export async function indexOf(
  documents: readonly SearchDocument[],
  language: string,
): Promise<readonly IndexFile[]> {
  refuseWithoutPagefind();
  const { createIndex, close } = await import("pagefind");
  users++;
  try {
    return await whileServiceLives(async () => {
      const { index, errors } = await createIndex({ forceLanguage: language });
      if (!index) throw failure(errors);
      const files = await filesOf(index, documents);
      if (users > 1) await index.deleteIndex();
      return files;
    });
  } finally {
    if (--users === 0) await close();
  }
}

async function filesOf(
  index: PagefindIndex,
  documents: readonly SearchDocument[],
): Promise<readonly IndexFile[]> {
  // Pagefind numbers them as they come, and they come in the order in which they are sent.
  const added = await Promise.all(
    documents.map(({ url, html }) => index.addHTMLFile({ url, content: html })),
  );
  const { files, errors } = await index.getFiles();
  const wrong = [...added.flatMap(({ errors }) => errors), ...errors];
  if (wrong.length > 0) throw failure(wrong);
  const program = programIn(files);
  return files.filter(({ path }) => isAskedFor(path, program));
}

/** Of the programs that come with an index our page needs one, and one of the two that know stems. */
const isAskedFor = (path: string, program: string): boolean =>
  /^(?:index|fragment)\/|^pagefind-entry\.json$|^pagefind\.js$|\.pf_meta$/.test(path) ||
  path === program;

/** The one that knows the stems of the index's language; Pagefind knows no stems of some. */
function programIn(files: readonly IndexFile[]): string {
  const entry = files.find(({ path }) => path === "pagefind-entry.json")!;
  const { languages } = JSON.parse(Buffer.from(entry.content).toString("utf8")) as Entry;
  return `wasm.${Object.values(languages)[0]?.wasm ?? "unknown"}.pagefind`;
}

interface Entry {
  readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
}

const failure = (errors: readonly string[]): Error =>
  new Error(`Pagefind could not index the site: ${errors.join("; ")}`);

/** To be asked before Pagefind looks for its program by itself: it would say so with a stack trace. */
export function refuseWithoutPagefind(): void {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const ending = system === "windows" ? ".exe" : "";
  const program = `@pagefind/${system}-${process.arch}/bin/pagefind_extended${ending}`;
  const given = process.env.PAGEFIND_EXTENDED_BINARY_PATH;
  try {
    const path = given || createRequire(import.meta.url).resolve(program);
    accessSync(path, constants.X_OK);
    if (!statSync(path).isFile()) throw new Error("no program");
  } catch {
    throw new Refusal(
      `The site cannot be made searchable here: Pagefind, which makes the index, is not installed for this machine (${process.platform} on ${process.arch}). Nothing was written. Run \`npm ci\`, or say \`search: false\` in site.yaml to build without search.`,
    );
  }
}
