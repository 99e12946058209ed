import type { Alignment } from "./plagdet.ts";

/** The name that PAN gives to features of detections. */
export const DETECTED = "detected-plagiarism";

/** The name of a case, as the corpus states it. */
const CASE = "plagiarism";

/** The offsets and lengths of a feature: whole numbers, in code points. */
const NUMBERS = ["this_offset", "this_length", "source_offset", "source_length"] as const;

/** The XML of a suspicious document's detections. PAN's files have no other features. */
export function detectionsXml(suspicious: string, detections: readonly Alignment[]): string {
  const features = detections.map(({ source, at, from }) =>
    tag("feature", {
      name: DETECTED,
      this_offset: at.start,
      this_length: at.end - at.start,
      source_reference: source,
      source_offset: from.start,
      source_length: from.end - from.start,
    }),
  );
  const document = `<document reference="${escaped(suspicious)}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', document, ...features, "</document>", ""].join(
    "\n",
  );
}

/**
 * The cases that a PAN file states. Features of other kinds (who wrote the text) are passed over.
 * Throws where it is no such file.
 *
 * @param name which features are meant: the corpus's cases, unless detections are read back
 */
export function alignmentsIn(xml: string, name: string = CASE): Alignment[] {
  const suspicious = /<document\s([^>]*)>/.exec(xml);
  const { reference } = attributesOf(suspicious?.[1] ?? "");
  if (reference === undefined) throw new Error("there is no <document reference=…>");
  return [...xml.matchAll(/<feature\s([^>]*)>/g)]
    .map(([, attributes = ""]) => attributesOf(attributes))
    .filter((feature) => feature.name === name && feature.source_reference !== undefined)
    .map((feature) => alignmentOf(reference, feature));
}

function alignmentOf(suspicious: string, feature: Readonly<Record<string, string>>): Alignment {
  const [at = 0, length = 0, from = 0, sourceLength = 0] = NUMBERS.map((name) => {
    const value = feature[name];
    if (value === undefined || !/^\d+$/.test(value)) throw new Error(`a feature has no ${name}`);
    return Number(value);
  });
  return {
    suspicious,
    source: feature.source_reference!,
    at: { start: at, end: at + length },
    from: { start: from, end: from + sourceLength },
  };
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => `${key}="${escaped(String(value))}"`,
  );
  return `<${name} ${pairs.join(" ")} />`;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character as keyof typeof ENTITIES]);

const unescaped = (text: string): string =>
  Object.entries(ENTITIES)
    .toReversed()
    .reduce((result, [character, entity]) => result.replaceAll(entity, character), text);
