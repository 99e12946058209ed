import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { TOP } from "./places.ts";
import type { Proof } from "./proof.ts";

/** Addresses that the last build published and that lead nowhere now. */
export const lostUrls = ({ lostUrls }: Proof): readonly Diagnostic[] =>
  lostUrls.map(({ url, file }) => ({
    code: "lost-url",
    severity: "warning",
    message: `${url} was published from this file and is gone`,
    help: `Links and bookmarks to it break. If the text has moved, keep the old address where it is now: aliases: [${url}]`,
    file,
    span: TOP,
  }));
