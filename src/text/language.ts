/**
 * The shape of a language tag (RFC 5646, section 2.1, without the grandfathered ones): language, script,
 * region, variants, extensions, private use. Whether the subtags are registered is not asked.
 */
const TAG =
  /^[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;

export const isLanguageTag = (text: string): boolean => TAG.test(text);

/** The same as a pattern that needs no flags, for JSON Schema. */
export const LANGUAGE_PATTERN = TAG.source
  .replace(/a-wyz|a-z/g, (range) => range + range.toUpperCase())
  .replace("-x(", "-[xX](");
