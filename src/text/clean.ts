/**
 * Characters that XML 1.0 does not allow or HTML does not: control characters, C1 among them, lone
 * surrogates, noncharacters. They cannot stand in a file of text, but escapes in YAML bring them in.
 */
const unwanted =
  // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** Finds all of these and pairs of surrogates too, ten times as fast. */
const suspicious =
  // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** The text without characters that no page and no feed can carry. */
export function clean(text: string): string {
  return suspicious.test(text) ? text.replace(unwanted, "") : text;
}
