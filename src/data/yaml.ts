import * as v from "valibot";
import type { Code } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/span.ts";
import { parseMapping } from "./parse.ts";
import { isMapping, mappingSchema } from "./schema.ts";
import { shown } from "./shown.ts";
import type { Path, Tree } from "./tree.ts";
import { unknownKeys } from "./unknown-keys.ts";

export type { Path } from "./tree.ts";

/** A mapping that was read and checked, with the way back to its places in the text. */
export interface Read<T> {
  /** Without the keys that an error is about; undefined where nothing could be read. */
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
  /** Where the value at a path stands in the text. */
  spanOf(path: Path): Span | undefined;
}

/**
 * What a mapping is read as. The messages of its schema are not sentences: they name what is expected
 * ("true or false"), and messages are made of them ("`draft` is to be true or false, not …").
 */
export interface Kind<S extends v.GenericSchema> {
  readonly schema: S;
  /** The code of its errors. */
  readonly code: Code;
  /** How messages speak of it: "the front matter". */
  readonly name: string;
}

/** More than anyone writes by hand. */
export const MAX_YAML = 64 * 1024;

/**
 * Reads the span of a text as one YAML mapping (`parseMapping`) and checks it. Unknown keys are
 * `unknown-key` warnings, all else that is wrong are errors. A key with nothing behind it is not given.
 */
export function readYaml<S extends v.GenericSchema>(
  text: string,
  span: Span,
  kind: Kind<S>,
): Read<v.InferOutput<S>> {
  const rejected = (findings: readonly Finding[]): Read<v.InferOutput<S>> => ({
    value: undefined,
    findings,
    spanOf: () => undefined,
  });
  if (span.end - span.start > MAX_YAML) {
    return rejected([error(kind, `${kind.name} is longer than ${MAX_YAML} characters`, span)]);
  }
  const parsed = parseMapping(text.slice(span.start, span.end), span.start);
  if ("flaws" in parsed) {
    return rejected(
      parsed.flaws.map((flaw) => error(kind, `${kind.name} ${flaw.message}`, flaw.span, flaw.help)),
    );
  }

  const { tree } = parsed;
  const given = withoutNulls(tree.value);
  const checked = v.safeParse(kind.schema, given, { abortPipeEarly: true });
  const issues: Issue[] = [
    ...lists(tree.value, kind.schema),
    ...(checked.issues ?? []).map(({ message, input, expected, path }) => ({
      path: (path ?? []).map((item) => item.key as string | number),
      message,
      input,
      isTextWanted: expected === "string",
    })),
  ];
  const findings = [
    ...unknownKeys(tree.value, kind.schema, tree, kind.name),
    ...issues.map((issue) => wrongValue(issue, tree, span, kind)),
  ];
  const value =
    checked.success && issues.length === 0 ? checked.output : soundPart(given, issues, kind.schema);
  return { value, findings, spanOf: tree.spanOf };
}

/** What is left without the keys that are wrong, so that readers find what else is wrong in the same run. */
function soundPart<S extends v.GenericSchema>(
  given: Readonly<Record<string, unknown>>,
  issues: readonly Issue[],
  schema: S,
): v.InferOutput<S> | undefined {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const sound = Object.entries(given).filter(([key]) => !wrong.has(key));
  const checked = v.safeParse(schema, Object.fromEntries(sound));
  return checked.success ? checked.output : undefined;
}

/** A value that is not what its schema expects. */
interface Issue {
  readonly path: Path;
  /** What is expected, in words. */
  readonly message: string;
  readonly input: unknown;
  readonly isTextWanted: boolean;
}

/** Lists where mappings are expected: valibot lets them pass, since arrays are objects. */
function lists(value: unknown, schema: v.GenericSchema, path: Path = []): readonly Issue[] {
  const mapping = mappingSchema(schema);
  if (mapping === undefined) return [];
  if (Array.isArray(value)) {
    return [{ path, message: mapping.message, input: value, isTextWanted: false }];
  }
  if (!isMapping(value)) return [];
  return Object.entries(mapping.entries ?? {}).flatMap(([key, inner]) =>
    Object.hasOwn(value, key) ? lists(value[key], inner, [...path, key]) : [],
  );
}

const error = (
  { code }: { readonly code: Code },
  message: string,
  span: Span,
  help?: string,
): Finding => ({ code, severity: "error", message, ...(help ? { help } : {}), span });

function wrongValue(
  { path, message, input, isTextWanted }: Issue,
  tree: Tree,
  whole: Span,
  kind: { readonly code: Code },
): Finding {
  const what = `\`${nameOf(path)}\` is to be ${message}, not ${shown(input)}`;
  // YAML reads `1984` as a number and `true` as no text: the usual slip, and easily mended.
  const isPlain = typeof input === "number" || typeof input === "boolean";
  const help =
    isPlain && isTextWanted ? `If it is meant as text, quote it: "${input}".` : undefined;
  return error(kind, what, nearestSpan(tree, path) ?? whole, help);
}

const nameOf = (path: Path): string => path.filter((key) => typeof key === "string").join(".");

const nearestSpan = (tree: Tree, path: Path): Span | undefined =>
  tree.spanOf(path) ?? (path.length === 0 ? undefined : nearestSpan(tree, path.slice(0, -1)));

/** Without the keys that have nothing behind them: templates of essays are full of them. */
function withoutNulls(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(
    given.map(([key, inner]) => [key, isMapping(inner) ? withoutNulls(inner) : inner]),
  );
}
