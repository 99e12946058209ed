import { clean } from "../../text/clean.ts";

const references: Readonly<Record<string, string>> = {
  "&": "&#x26;",
  "<": "&#x3C;",
  ">": "&#x3E;",
  '"': "&#x22;",
  "'": "&#x27;",
};

/**
 * Text as an element's content or a quoted attribute. The references are hexadecimal because the RSS
 * Advisory Board's best practices profile found that most readers take these, of all ways to write
 * `<` and `&` in a title, as plain text.
 */
export function escape(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => references[character]!);
}

/** `<name>text</name>` on a line of its own. */
export const leaf = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>\n`;

/** Like `leaf`, for text that is HTML; in a CDATA section it stays legible. */
export function htmlLeaf(name: string, html: string): string {
  const content = clean(html)
    .replaceAll(REPLACEMENT, "&#xFFFD;")
    .replaceAll("]]>", "]]]]><![CDATA[>");
  return `<${name}><![CDATA[${content}]]></${name}>\n`;
}

/** An element around elements. */
export const branch = (name: string, children: readonly string[]): string =>
  `<${name}>\n${children.join("")}</${name}>\n`;

/** U+FFFD: fine in a text, but to a validator a sign of a wrong encoding. */
export const REPLACEMENT = "\ufffd";
