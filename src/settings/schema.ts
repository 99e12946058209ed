import { IANAZone } from "luxon";
import * as v from "valibot";
import { FILLED, told } from "../data/told.ts";
import { isLanguageTag, LANGUAGE_PATTERN } from "../text/language.ts";
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

const text = v.pipe(
  v.string(TEXT),
  v.trim(),
  v.nonEmpty("a text with something in it"),
  v.metadata({ pattern: FILLED }),
);
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
    name: v.optional(told(text, "Who wrote the essays: on every page and in the feeds.")),
    email: v.optional(
      told(
        v.pipe(v.string(EMAIL), v.trim(), v.regex(/^[^\s@<>"]+@[^\s@<>"]+$/u, EMAIL)),
        "The author's e-mail address, for readers.",
        { pattern: String.raw`^\s*[^\s@<>"]+@[^\s@<>"]+\s*$` },
      ),
    ),
    url: v.optional(
      told(
        v.pipe(
          v.string(WEB_URL),
          v.trim(),
          v.check((value) => parsedUrl(value) !== undefined, WEB_URL),
        ),
        "The author's own site.",
        { pattern: String.raw`^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s]+\s*$` },
      ),
    ),
    fediverse: v.optional(
      told(
        v.pipe(v.string(FEDIVERSE), v.trim(), v.regex(/^@[\w.-]+@[\p{L}\d.-]+$/u, FEDIVERSE)),
        "The author's account on Mastodon and the like.",
        { pattern: String.raw`^\s*@[\w.-]+@[^\s@/]+\s*$`, examples: ["@me@example.social"] },
      ),
    ),
  },
  mapping("name: Ada"),
);

const duplicates = v.object(
  {
    severity: v.optional(
      told(
        v.picklist(["error", "warning", "off"], SEVERITY),
        "`error` stops the build at a repeated passage, `warning` reports it, `off` looks for none. Without it: `warning`.",
      ),
    ),
    minWords: v.optional(
      told(
        v.pipe(
          v.number(MIN_WORDS),
          v.integer(MIN_WORDS),
          v.minValue(FEWEST_WORDS, MIN_WORDS),
          v.maxValue(MOST_WORDS, MIN_WORDS),
        ),
        "The fewest words that count as a passage. Without it: 25.",
      ),
    ),
    reworked: v.optional(
      told(
        v.boolean(FLAG),
        "Whether passages that are said again in other words are looked for too: slow. Without it: false.",
      ),
    ),
    // A fingerprint of digits alone is a number to YAML.
    allow: v.optional(
      told(
        v.array(v.union([v.string(), v.number()], FINGERPRINTS), FINGERPRINTS),
        "Fingerprints of passages that may be said twice; a finding shows its own.",
      ),
    ),
  },
  mapping("minWords: 25"),
);

/** What `site.yaml` may say. Every key is optional: defaults fill what is missing. */
export const settingsSchema = v.object({
  id: v.optional(
    told(
      v.pipe(v.string(UUID), v.trim(), v.check(isUuid, UUID), v.toLowerCase()),
      "A UUID, written once and never changed: feed readers know your essays by it, even when the blog moves.",
      { pattern: String.raw`^\s*[\da-fA-F]{8}(-[\da-fA-F]{4}){3}-[\da-fA-F]{12}\s*$` },
    ),
  ),
  title: v.optional(told(text, "The name of the site. Without it: “Untitled”.")),
  description: v.optional(
    told(v.pipe(v.string(TEXT), v.trim()), "What the site is about, in a sentence."),
  ),
  url: v.optional(
    told(
      v.pipe(v.string(SITE_URL), v.trim(), v.check(isSiteUrl, SITE_URL)),
      "Where the site is read, absolute. Its path is the prefix of every link.",
      {
        pattern: String.raw`^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@]+(/[^\s?#]*)?\s*$`,
        examples: ["https://example.org/blog/"],
      },
    ),
  ),
  language: v.optional(
    told(
      v.pipe(v.string(LANGUAGE), v.check(isLanguageTag, LANGUAGE)),
      "A language tag (BCP 47), for essays that name none. Without it: en.",
      { pattern: LANGUAGE_PATTERN, examples: ["en", "pt-BR"] },
    ),
  ),
  timeZone: v.optional(
    told(
      v.pipe(
        v.string(TIME_ZONE),
        v.check((zone) => IANAZone.isValidZone(zone), TIME_ZONE),
      ),
      "An IANA name. All dates are days in this zone, on any machine. Without it: UTC.",
      { pattern: String.raw`^[A-Za-z][\w+-]*(/[\w+-]+)*$`, examples: ["UTC", "Europe/Lisbon"] },
    ),
  ),
  author: v.optional(told(author, "Who writes.")),
  tags: v.optional(
    told(
      v.object(
        {
          aliases: v.optional(
            told(
              v.record(v.string(), text, ALIASES),
              "Topics that are another topic spelled differently.",
            ),
          ),
        },
        mapping("aliases: { js: javascript }"),
      ),
      "How tags are spelled.",
    ),
  ),
  duplicates: v.optional(told(duplicates, "How repeated passages are looked for.")),
  markdown: v.optional(
    told(
      v.object(
        {
          html: v.optional(
            told(
              v.boolean(FLAG),
              "`true` trusts HTML in Markdown as you wrote it. Without it: false, and HTML is shown as text.",
            ),
          ),
        },
        mapping("html: false"),
      ),
      "How Markdown is read.",
    ),
  ),
  search: v.optional(
    told(v.boolean(FLAG), "`false` makes no search page and no index. Without it: true."),
  ),
  sharePictures: v.optional(
    told(
      v.boolean(FLAG),
      "`false` draws no pictures for links that are shown elsewhere. Without it: true.",
    ),
  ),
});

export type GivenSettings = v.InferOutput<typeof settingsSchema>;
