import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Entry } from "./walk.ts";

const NOT_PUBLISHED = "this file is not published: ";

/** The error for a file that Galley has no use for: better named than silently left out. */
export const unexpected = (file: string, why: string): Diagnostic => ({
  code: "unexpected-file",
  severity: "error",
  file,
  message: NOT_PUBLISHED + why,
  help: "Readers would never see it. Move it out of the folder, or give it the name and place of what it is to be.",
  span: { start: 0, end: 0 },
});

/** Why a file is not published, of the error that says so. */
export const whyUnexpected = ({ message }: Diagnostic): string =>
  message.slice(NOT_PUBLISHED.length);

/** Why a file is not published that is something else than a file of its own. */
export const oddities: Readonly<Record<Exclude<Entry["kind"], "file">, string>> = {
  symlink: "a symbolic link is never followed, so nothing outside can be published by it",
  special: "it is neither a file nor a folder",
  twin: "another file has the same name, written with the same accents in other code points",
  garbled: "its name is not UTF-8, so no address can be made of it",
};
