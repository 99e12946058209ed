import { IANAZone } from "luxon";
import * as v from "valibot";
import { isLanguageTag } from "../text/language.ts";
import { isUuid } from "../text/uuid.ts";

/** The messages name what is expected; `readYaml` makes sentences of them. */
const TEXT = "a text";
const FLAG = "true or false";
const SITE_URL = "an absolute URL such as https://example.org/blog/, without `?` and `#`";
const WEB_URL = "an absolute URL such as https://example.org/";
const UUID = "a UUID such as 3f0c0b1e-58b2-4c6e-9d0a-1b2c3d4e5f60";
const LANGUAGE = "a language tag such as en or pt-BR";
const TIME_ZONE = "a time zone such as Europe/Lisbon or UTC";
const EMAIL = "an e-mail address";
const FEDIVERSE = "an account such as @me@example.social";
const SEVERITY = "error, warning or off";
const MIN_WORDS = "a whole number from 5 to 1000";
const FINGERPRINTS = "a list of fingerprints, as reports show them";
const ALIASES = "a mapping from a spelling to the tag that it stands for";
const mapping = (example: string): string => `a mapping such as { ${example} }`;

/** Shorter passages are idiom, longer ones would miss whole paragraphs. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 1000;

const text = v.pipe(v.string(TEXT), v.trim(), v.nonEmpty("a text with something in it"));
const parsedUrl = (value: string): URL | undefined => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(value) ? url : undefined;
};
const isSiteUrl = (value: string): boolean => {
  const url = parsedUrl(value);
  return url !== undefined && !/[?#]/.test(value) && url.username + url.password === "";
};

const author = v.object(
  {
    name: v.optional(text),
    email: v.optional(
      v.pipe(v.string(EMAIL), v.trim(), v.regex(/^[^\s@<>"]+@[^\s@<>"]+$/u, EMAIL)),
    ),
    url: v.optional(
      v.pipe(
        v.string(WEB_URL),
        v.trim(),
        v.check((value) => parsedUrl(value) !== undefined, WEB_URL),
      ),
    ),
    fediverse: v.optional(
      v.pipe(v.string(FEDIVERSE), v.trim(), v.regex(/^@[\w.-]+@[\p{L}\d.-]+$/u, FEDIVERSE)),
    ),
  },
  mapping("name: Ada"),
);

const duplicates = v.object(
  {
    severity: v.optional(v.picklist(["error", "warning", "off"], SEVERITY)),
    minWords: v.optional(
      v.pipe(
        v.number(MIN_WORDS),
        v.integer(MIN_WORDS),
        v.minValue(FEWEST_WORDS, MIN_WORDS),
        v.maxValue(MOST_WORDS, MIN_WORDS),
      ),
    ),
    reworked: v.optional(v.boolean(FLAG)),
    // A fingerprint of digits alone is a number to YAML.
    allow: v.optional(v.array(v.union([v.string(), v.number()], FINGERPRINTS), FINGERPRINTS)),
  },
  mapping("minWords: 25"),
);

/** What `site.yaml` may say. Every key is optional: defaults fill what is missing. */
export const settingsSchema = v.object({
  id: v.optional(v.pipe(v.string(UUID), v.trim(), v.check(isUuid, UUID), v.toLowerCase())),
  title: v.optional(text),
  description: v.optional(v.pipe(v.string(TEXT), v.trim())),
  url: v.optional(v.pipe(v.string(SITE_URL), v.trim(), v.check(isSiteUrl, SITE_URL))),
  language: v.optional(v.pipe(v.string(LANGUAGE), v.check(isLanguageTag, LANGUAGE))),
  timeZone: v.optional(
    v.pipe(
      v.string(TIME_ZONE),
      v.check((zone) => IANAZone.isValidZone(zone), TIME_ZONE),
    ),
  ),
  author: v.optional(author),
  tags: v.optional(
    v.object(
      { aliases: v.optional(v.record(v.string(), text, ALIASES)) },
      mapping("aliases: { js: javascript }"),
    ),
  ),
  duplicates: v.optional(duplicates),
  sharePictures: v.optional(v.boolean(FLAG)),
  markdown: v.optional(v.object({ html: v.optional(v.boolean(FLAG)) }, mapping("html: false"))),
  search: v.optional(v.boolean(FLAG)),
});

export type GivenSettings = v.InferOutput<typeof settingsSchema>;
