import type { Span } from "../text/span.ts";
import type { Tree } from "./tree.ts";

const QUOTED = String.raw`"[^"\\]*"|'[^']*'`;
const DATE = String.raw`\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?`;
const NUMBER = String.raw`[1-9]\d{0,8}`;
/** A scalar without quotes that is a text wherever it stands; within brackets it has no commas. */
const text = (commas: string): string =>
  String.raw`[\p{L}/][\p{L}\p{M}\p{Nd} _.+'’“”()!?/${commas}-]*`;
const SCALAR = new RegExp(`^(?:${QUOTED}|${DATE}|${NUMBER}|${text(",")})$`, "u");
const LISTED = new RegExp(`^(?:${QUOTED}|${DATE}|${NUMBER}|${text("")})$`, "u");

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/gy;
const NOTHING = /^ *$|^#/;
const KEY = /^([A-Za-z]+):(?: +|$)/;
const ITEM = /^ *- +/;
/** Words that YAML does not take as text. */
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...["null", "Null", "NULL"].map((word) => [word, null] as const),
]);

interface Value {
  readonly value: unknown;
  readonly span: Span;
  /** Of a list. */
  readonly items?: readonly Value[];
}
interface Entry {
  readonly key: Span;
  /** Undefined where a list may follow, or nothing. */
  readonly given: Value | undefined;
  readonly items: Value[];
}

/**
 * Reads the YAML that nearly all front matter is made of, lines of `key: value` and flat lists, as the
 * library would, in a fraction of its time. Undefined where there is anything else: the library's turn.
 */
export function parsePlainMapping(yaml: string, base: number): Tree | undefined {
  const entries = new Map<string, Entry>();
  let open: Entry | undefined;
  let marker: string | undefined;
  for (const { 0: whole, 1: content = "", index } of yaml.matchAll(LINE)) {
    if (whole === "") break;
    if (NOTHING.test(content)) continue;
    const at = base + index;
    const line = content.replace(/ +$/, "");
    const key = KEY.exec(line);
    if (key !== null) {
      open = entryOf(line.slice(key[0].length), at, key);
      marker = undefined;
      if (open === undefined || entries.has(key[1]!)) return undefined;
      entries.set(key[1]!, open);
      continue;
    }
    const dash = ITEM.exec(line)?.[0];
    if (dash === undefined || open === undefined || open.given !== undefined) return undefined;
    if (dash !== (marker ??= dash)) return undefined;
    const item = scalarOf(line.slice(dash.length), at + dash.length, SCALAR);
    if (item === undefined) return undefined;
    open.items.push(item);
  }
  return treeOf(entries);
}

function entryOf(written: string, at: number, [whole, key]: RegExpExecArray): Entry | undefined {
  const entry = { key: { start: at, end: at + key!.length }, items: [] };
  if (written === "") return { ...entry, given: undefined };
  const start = at + whole.length;
  const given = written.startsWith("[") ? listOf(written, start) : scalarOf(written, start, SCALAR);
  return given && { ...entry, given };
}

function scalarOf(written: string, start: number, pattern: RegExp): Value | undefined {
  if (!pattern.test(written)) return undefined;
  return { value: valueOf(written), span: { start, end: start + written.length } };
}

function valueOf(written: string): unknown {
  if (/^["']/.test(written)) return written.slice(1, -1);
  if (/^\d+$/.test(written)) return Number(written);
  return CONSTANTS.has(written) ? CONSTANTS.get(written) : written;
}

function listOf(written: string, start: number): Value | undefined {
  if (!written.endsWith("]")) return undefined;
  const inner = written.slice(1, -1);
  let at = start + 1;
  const items =
    inner.trim() === ""
      ? []
      : inner.split(",").map((part) => {
          const lead = part.length - part.trimStart().length;
          const item = scalarOf(part.trim(), at + lead, LISTED);
          at += part.length + 1;
          return item;
        });
  if (!items.every((item) => item !== undefined)) return undefined;
  const span = { start, end: start + written.length };
  return { value: items.map(({ value }) => value), span, items };
}

function treeOf(entries: ReadonlyMap<string, Entry>): Tree {
  const values = new Map([...entries].map(([key, entry]) => [key, settled(entry)]));
  return {
    value: Object.fromEntries([...values].map(([key, { value }]) => [key, value])),
    spanOf([key, index]) {
      const value = values.get(String(key));
      return index === undefined ? value?.span : value?.items?.[Number(index)]?.span;
    },
    keySpanOf: ([key]) => entries.get(String(key))?.key,
  };
}

/** A key with nothing behind it has its list, or nothing. */
function settled({ key, given, items }: Entry): Value {
  if (given !== undefined) return given;
  const span = { start: items[0]?.span.start ?? key.end, end: items.at(-1)?.span.end ?? key.end };
  return items.length === 0
    ? { value: null, span }
    : { value: items.map(({ value }) => value), span, items };
}
