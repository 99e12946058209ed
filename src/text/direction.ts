/** Scripts that are written from right to left, by their ISO 15924 codes. */
const rightToLeftScripts = new Set([
  "adlm",
  "arab",
  "aran",
  "hebr",
  "mand",
  "mend",
  "nkoo",
  "rohg",
  "samr",
  "syrc",
  "thaa",
  "yezi",
]);

/** Languages whose usual script is one of these, by their ISO 639 codes. */
const rightToLeftLanguages = new Set([
  "ar",
  "arc",
  "arz",
  "azb",
  "bal",
  "bqi",
  "ckb",
  "dv",
  "fa",
  "glk",
  "he",
  "iw",
  "ji",
  "khw",
  "ks",
  "lrc",
  "mzn",
  "nqo",
  "pnb",
  "prs",
  "ps",
  "sd",
  "skr",
  "syr",
  "ug",
  "ur",
  "yi",
]);

/** The direction of text in a language, given as a BCP 47 tag; a script in the tag wins: `az-Arab`. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4 && /^[a-z]+$/.test(part));
  const rightToLeft = script ? rightToLeftScripts.has(script) : rightToLeftLanguages.has(primary);
  return rightToLeft ? "rtl" : "ltr";
}
