import { codes, type Code } from "../../src/diagnostics/codes.ts";
import {
  countsOf,
  inOrder,
  type Diagnostic,
  type Report,
} from "../../src/diagnostics/diagnostic.ts";
import { changedReport } from "./changed.ts";
import { essayWords } from "../duplicates/support.ts";

const LONG = essayWords(1, 900)
  .join(" ")
  .replace(/((?:\S+ ){60})/g, "$1\n\n");
const HOSTILE = `</style></p><script>x</script> "' &amp; \u202e\u0007 日本語 שלום <img src=x>`;

const files: Readonly<Record<string, string>> = {
  "essays/2024-01-01-a-beginning.md": LONG,
  "essays/2024-02-01-the-same-once-more.md": `New.\n\n${LONG}`,
  [`essays/${HOSTILE.slice(0, 40)}.md`]: HOSTILE.repeat(20),
  [`essays/${"a-very-long-name-".repeat(9)}.txt`]: `Old.\n\n${LONG}`,
};

const names = Object.keys(files);

const report = (diagnostics: readonly Diagnostic[], texts = files): Report => ({
  summary: { essays: 4, words: 3600, ...countsOf(diagnostics) },
  diagnostics: inOrder(diagnostics),
  sources: (file) => texts[file],
});

const wholeOf = (file: string) => ({ start: 0, end: files[file]!.length });

const exact = (file: string, ...places: readonly string[]): Diagnostic => ({
  code: "duplicate-passage",
  severity: "warning",
  message: `900 words said before, in ${places[0]!}, line 1`,
  help: "Delete one of the copies; if this one is meant, put `duplicates: [f]` into the front matter.",
  file,
  span: wholeOf(file),
  related: places.map((place) => ({ message: "said here", file: place, span: wholeOf(place) })),
  data: { words: 900, similarity: 1, kind: "exact", fingerprint: "abcdef0123456789" },
});

const ofEachCode = (Object.keys(codes) as readonly Code[]).map((code, i): Diagnostic => ({
  code,
  severity: codes[code],
  message: `${code}: ${HOSTILE}`,
  help: `Mend \`${HOSTILE}\`, or do not.`,
  file: names[i % names.length]!,
  span: { start: i * 7, end: i * 9 },
  related: [{ message: HOSTILE, file: names[0]!, span: { start: 0, end: 3 } }],
}));

const edited = changedReport(LONG, LONG.replaceAll("ka", "kei"), [], {});

/** Reports of all kinds: on nothing, on each code, on passages, on more than has room. */
export const sampleReports: Readonly<Record<string, Report>> = {
  nothing: report([]),
  "one finding": report(ofEachCode.slice(0, 1)),
  "each code": report(ofEachCode),
  passages: report([
    exact(names[1]!, names[0]!, names[2]!, names[3]!),
    exact(names[1]!, names[1]!),
    exact(names[3]!, names[0]!),
    ...ofEachCode.slice(0, 5),
  ]),
  "a passage with changes": changedReport(LONG, LONG.replace(/ \S+ /, " changed words here "), [
    [LONG.split(" ")[1], "changed words here"],
  ]),
  "a passage in another order": edited,
  "many findings": report(
    Array.from({ length: 32 }, (_, i) => exact(names[i % 4]!, names[(i >> 2) % 4]!)),
  ),
};
