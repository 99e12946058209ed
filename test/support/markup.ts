/** A start tag of a page, with its attributes as they are written. */
export interface StartTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The start tags of markup of ours: all attributes in double quotes, every `<` of text escaped. Throws
 * where the markup is anything else, since then something has broken out of its place.
 */
export function startTags(markup: string): readonly StartTag[] {
  const rest = markup
    .replace(/^<!doctype html>/, "")
    .replace(/(<script type="application\/ld\+json">)[^<]*<\/script>/g, "$1");
  return [...rest.matchAll(/<[^>]*>?/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/^<\/[a-z][a-z0-9]*\s*>$/.test(tag))
    .map(startTag);
}

const START_TAG = /^<([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*="[^"<>]*")*)\s*\/?>$/;

function startTag(tag: string): StartTag {
  const [, name, attributes] = START_TAG.exec(tag) ?? [];
  if (name === undefined) throw new Error(`not a tag of ours: ${tag}`);
  const pairs = [...attributes!.matchAll(/([a-z-]+)="([^"]*)"/g)];
  return { name, attributes: Object.fromEntries(pairs.map(([, key, value]) => [key!, value!])) };
}

/** The start tags of one name. */
export const tagsNamed = (markup: string, name: string): readonly StartTag[] =>
  startTags(markup).filter((tag) => tag.name === name);

/** The text of the first element with this name. */
export const textIn = (markup: string, name: string): string | undefined =>
  new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}`).exec(markup)?.[1]?.trim();

/** The facts of a page's JSON-LD block. */
export function jsonLdOf(markup: string): Record<string, unknown> {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup) ?? [];
  return JSON.parse(json ?? "null") as Record<string, unknown>;
}
