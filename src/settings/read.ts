import { readYaml, type Path } from "../data/yaml.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/span.ts";
import { URL_NAMESPACE, uuidV5 } from "../text/uuid.ts";
import { settingsSchema, type GivenSettings } from "./schema.ts";
import type { Settings } from "./settings.ts";

export interface ReadSettings {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** Where the value of a key stands in `site.yaml`. */
  spanOf(path: Path): Span | undefined;
}

const DEFAULT_URL = "http://localhost:8080/";

/** What readers lose for each key that every site should have. */
const LOSSES = {
  title: "the site is called “Untitled”",
  url: "feeds and previews point to localhost",
  id: "feeds' ids change with the URL, and readers get old essays anew",
  "author.name": "no page says who wrote it",
} as const;

/** Reads `site.yaml`; `undefined` where there is none. With errors, or without keys, defaults stand in. */
export function readSettings(text: string | undefined): ReadSettings {
  if (text === undefined || /^\s*$/u.test(text)) {
    const settings = filled({});
    return {
      settings,
      findings: [missing("there is no site.yaml", LOSSES)],
      spanOf: () => undefined,
    };
  }
  const bom = text.startsWith("\ufeff") ? 1 : 0;
  const { value, findings, spanOf } = readYaml(
    text,
    { start: bom, end: text.length },
    { schema: settingsSchema, code: "invalid-settings", name: "site.yaml" },
  );
  const given = value ?? {};
  const settings = filled(given, (path) => written(text, spanOf(path)));
  // A key that is wrong is left out, but not missing: its error says enough.
  const isWrong = findings.some(({ severity }) => severity === "error");
  return { settings, findings: [...findings, ...(isWrong ? [] : lacking(given))], spanOf };
}

function filled(given: GivenSettings, source: (path: Path) => string = () => ""): Settings {
  const url = given.url === undefined ? DEFAULT_URL : withSlash(given.url);
  const { email, url: homepage, fediverse } = given.author ?? {};
  return {
    id: given.id ?? uuidV5(URL_NAMESPACE, url),
    title: given.title ?? "Untitled",
    description: given.description ?? "",
    url,
    language: given.language ?? "en",
    timeZone: given.timeZone ?? "UTC",
    author: {
      name: given.author?.name ?? "",
      ...(email === undefined ? {} : { email }),
      ...(homepage === undefined ? {} : { url: new URL(homepage).href }),
      ...(fediverse === undefined ? {} : { fediverse }),
    },
    tags: { aliases: given.tags?.aliases ?? {} },
    duplicates: {
      severity: given.duplicates?.severity ?? "warning",
      minWords: given.duplicates?.minWords ?? 25,
      reworked: given.duplicates?.reworked ?? false,
      allow: (given.duplicates?.allow ?? []).map((fingerprint, i) =>
        typeof fingerprint === "string" ? fingerprint : source(["duplicates", "allow", i]),
      ),
    },
    sharePictures: given.sharePictures ?? true,
    markdown: { html: given.markdown?.html ?? false },
    search: given.search ?? true,
  };
}

/** The URL in its one standard spelling, ending in a slash: links are appended to it. */
function withSlash(url: string): string {
  const { href } = new URL(url);
  return href.endsWith("/") ? href : `${href}/`;
}

const written = (text: string, span: Span | undefined): string =>
  span ? text.slice(span.start, span.end) : "";

function lacking(given: GivenSettings): readonly Finding[] {
  const present = {
    title: given.title,
    url: given.url,
    id: given.id,
    "author.name": given.author?.name,
  };
  const losses = Object.entries(LOSSES).filter(([key]) => !present[key as keyof typeof LOSSES]);
  if (losses.length === 0) return [];
  const keys = losses.map(([key]) => `\`${key}\``).join(", ");
  return [missing(`site.yaml has no ${keys}`, Object.fromEntries(losses))];
}

const missing = (message: string, losses: Readonly<Record<string, string>>): Finding => ({
  code: "no-settings",
  severity: "warning",
  message,
  help: `Until it says so: ${Object.values(losses).join("; ")}.`,
  span: { start: 0, end: 0 },
});
