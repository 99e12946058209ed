/** Marks that Markdown, templates and HTML give a meaning to, alone and in pairs that writers type. */
const MARKS = [
  ..."*_`~#>-+|=:;.,!?'\"\\$@^&%/<{}[]()",
  ...["**", "__", "``", "```", "~~~", "~~", "##", "######", "- ", "> ", "1. ", "2) ", "| "],
  ...[
    "---",
    "===",
    "[x]: https://a.example",
    "](https://a.example)",
    "](https://a.example ",
    "][",
    "]: https://a.example ",
    "![",
    "[^",
    "^[",
    "<!--",
    "-->",
    "<!-",
    "->",
  ],
  ...["{{", "}}", "{%", "%}", "<%", "%>", "${", "<b>", "</b>", "<div>", "<br>", "<?"],
  ...["...", "--", "(c)", "$5", "#tag", "@who", "&amp;", "&lt;", "\\*", "<https://a.example>"],
  ...["<script>", "</script>", "onclick=x", "](javascript:x)", "<img src=x onerror=y>", "<svg>"],
];
const GAPS = [
  ...[" ", " ", " ", " ", "", "", "\t"],
  ...["\n", "\n", "\n\n", "\n\n", "\n    ", "\n  ", "\n> ", "\n- "],
];

/**
 * A text of `count` words that no other text has, between marks that mean something somewhere.
 *
 * @param next a seeded source of numbers in [0, 1)
 * @param name begins each of its words
 */
export function randomText(next: () => number, name: string, count: number): string {
  const oneOf = (choices: readonly string[]): string =>
    choices[Math.floor(next() * choices.length)]!;
  const pieces = Array.from({ length: count }, (_, i) => {
    const marks = Array.from({ length: Math.floor(next() * 4) }, () => oneOf(MARKS) + oneOf(GAPS));
    return `${marks.join("")} ${name}w${i}${oneOf(GAPS)}`;
  });
  return `${name}first ${pieces.join("")} ${name}last\n`;
}
