import { isCollection, isMap, isScalar, isSeq, parseDocument, YAMLMap } from "yaml";
import type { Document, Node } from "yaml";
import type { Span } from "../text/span.ts";
import { parsePlainMapping } from "./plain.ts";
import type { Flaw, Parsed, Path } from "./tree.ts";

/** One slip makes many complaints; behind the first few they only confuse. */
const MAX_COMPLAINTS = 3;
/** The library recurses, and turns the end of the stack into a complaint. */
const OVERFLOW = /call stack/;
const HELP_YAML =
  "Write one `key: value` a line; put quotes around a value that holds `: ` or ` #`.";
const HELP_FLAT = "Write every value out where it belongs.";

/**
 * Parses YAML 1.2, core schema: one document that is a mapping, without aliases (a few of them in layers
 * fill any memory). Offsets of spans count from `base`.
 */
export function parseMapping(yaml: string, base: number): Parsed {
  const plain = parsePlainMapping(yaml, base);
  if (plain !== undefined) return { tree: plain };
  try {
    return mappingOf(yaml, base);
  } catch (error) {
    if (error instanceof RangeError) return nestedTooDeeply(base, yaml);
    throw error;
  }
}

/** By the library alone. */
export function mappingOf(yaml: string, base: number): Parsed {
  const document = documentOf(yaml);
  const shifted = (start: number, end: number): Span => ({
    start: base + start,
    end: base + Math.max(start, end),
  });
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.some(({ message }) => OVERFLOW.test(message))) return nestedTooDeeply(base, yaml);
  if (complaints.length > 0) {
    return {
      flaws: complaints.slice(0, MAX_COMPLAINTS).map(({ message, pos }) => ({
        message: `is not valid YAML: ${firstLine(message)}`,
        help: HELP_YAML,
        span: shifted(...pos),
      })),
    };
  }

  const root = document.contents ?? new YAMLMap();
  if (!isMap(root)) {
    const [start, end] = (root as Node).range!;
    const message = "is to be made of `key: value` lines";
    return { flaws: [{ message, help: HELP_YAML, span: shifted(start, end) }] };
  }
  const repeated = [...repeatedKeys(root)];
  if (repeated.length > 0) {
    return { flaws: repeated.map((key) => repetition(key, shifted(key.range![0], key.range![1]))) };
  }
  const value = plainOf(document);
  if (value === undefined) return flawed("refers to itself with `*`", base, yaml);

  const spanOfNode = (node: Node | undefined): Span | undefined =>
    node?.range ? shifted(node.range[0], node.range[1]) : undefined;
  return {
    tree: {
      value,
      spanOf: (path) => spanOfNode(valueAt(root, path)),
      keySpanOf: (path) => spanOfNode(keyAt(root, path)),
    },
  };
}

const flawed = (message: string, base: number, yaml: string): Parsed => ({
  flaws: [{ message, help: HELP_FLAT, span: { start: base, end: base + yaml.length } }],
});

const nestedTooDeeply = (base: number, yaml: string): Parsed =>
  flawed("is nested too deeply", base, yaml);

const documentOf = (yaml: string): Document.Parsed =>
  // The library knows no lone CR. Keys are compared here: its own way costs the square of their number.
  parseDocument(yaml.replace(/\r(?!\n)/g, "\n"), {
    version: "1.2",
    schema: "core",
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
  });

/** The mapping as plain data; undefined where it has an alias. */
function plainOf(document: Document.Parsed): Record<string, unknown> | undefined {
  try {
    return (document.toJS({ maxAliasCount: 0 }) as Record<string, unknown> | null) ?? {};
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function* repeatedKeys(node: unknown): Generator<Node> {
  if (isSeq(node)) for (const item of node.items) yield* repeatedKeys(item);
  if (!isMap(node)) return;
  const known = new Set<unknown>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? key.value : key;
    if (known.has(name)) yield key as Node;
    known.add(name);
    yield* repeatedKeys(value);
  }
}

const repetition = (key: Node, span: Span): Flaw => ({
  message: `gives \`${String(key)}\` twice`,
  help: "Keep one of them: it can't be told which you meant.",
  span,
});

const valueAt = (root: Node, path: Path): Node | undefined =>
  path.reduce<unknown>(
    (node, key) => (isCollection(node) ? node.get(key, true) : undefined),
    root,
  ) as Node | undefined;

function keyAt(root: Node, path: Path): Node | undefined {
  const owner = valueAt(root, path.slice(0, -1));
  if (!isMap(owner)) return undefined;
  const pair = owner.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  return pair?.key as Node | undefined;
}

const firstLine = (message: string): string => message.replace(/[\r\n][\s\S]*$/, "");
