import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../support/random.ts";
import { read, render, shownText } from "../support/essays.ts";

const ROUNDS = 1500;

/** Markup of all kinds that neither hides text nor moves it. */
const MARKUP = [
  ..."*_`~#>-+|\\&;:\"'!=.{}[]$@",
  ...["**", "```", "~~~", "~~", "---", "--", "...", "===", "***", "1. ", "7) ", "- ", "> ", "# "],
  ...["## ", "    ", "\t", "\n", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", " ", " ", " | ", "|"],
  ...[
    "\n|---|---|\n",
    "\n---\n",
    "<b>",
    "</b>",
    "<script>",
    "<div>\n",
    "&amp;",
    "&#1;",
    "{{ ",
    " }}",
  ],
  ...["{% raw %}", "<! ", "<!DOCTYPE", "<?php", "![", "$100", "[x] ", "https://example.org/"],
];

/** Builds a text of numbered words and random markup between them; says which words it holds. */
function soup(seed: number, markup: readonly string[]): { text: string; words: readonly string[] } {
  const next = random(seed);
  const words: string[] = [];
  let text = "start ";
  for (let i = 0; i < 60; i++) {
    if (next() < 0.5) {
      words.push(`w${seed}x${i}y`);
      text += words.at(-1);
    } else {
      text += markup[Math.floor(next() * markup.length)];
    }
  }
  return { text, words };
}

/** The first word that does not follow the ones before it. */
function firstMissing(words: readonly string[], text: string): string | undefined {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    if (found < 0) return word;
    at = found + word.length;
  }
  return undefined;
}

test("every word of a Markdown body is on the page, in order", () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const { text, words } = soup(seed, MARKUP);
    // A leading heading is the page's title, which the layout shows.
    const { heading } = read(text).essay.manuscript;
    const shown = `${heading?.value ?? ""} ${shownText(render(text))}`;
    assert.equal(firstMissing(words, shown), undefined, JSON.stringify({ text, shown }));
  }
});

test("every word of a pasted text is on the page, in order", () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const { text, words } = soup(seed, MARKUP);
    const shown = shownText(render(text, { format: "txt" }));
    assert.equal(firstMissing(words, shown), undefined, JSON.stringify({ text, shown }));
  }
});

test("notes, definitions and titles keep their words, wherever they are shown", () => {
  const blocks = [
    "W[^1] W[^2]",
    "[^1]: W W",
    "[^1]: W again",
    "[^2]: W\n\n    W deeper\n\n    [^3]: W inside",
    "[^unused]: W",
    "W ^[W inline [W](t) ^[W] W] W",
    "[W](t 'W') ![W](t.png \"W\")",
    "[W]: t",
    '[a W]: t "W"',
    "[used]: t",
    "[W][used]",
    "> [^4]: W\n> W",
    "- W\n\n  [^1]: W\n- [^W]: W",
    "| W | W |\n|---|:-:|\n| W | W | W | W |\n| W |",
    "``` W W\nW\n```",
    "~~~\nW",
    "# W[^1]",
    "<!-- hidden -->W",
    "W <!-- hidden\n\nhidden --> W",
    "[![W](t.png)](t)",
    "![W[^1] W](https://example.org/t.png)",
  ];
  for (let seed = 0; seed < ROUNDS; seed++) {
    const next = random(seed);
    let count = 0;
    const text = Array.from({ length: 8 }, () => blocks[Math.floor(next() * blocks.length)]!)
      .join(next() < 0.8 ? "\n\n" : "\n")
      .replace(/W/g, () => `w${seed}x${count++}y`);
    const html = render(`start\n\n${text}`);
    // A note's label may be named by its number instead.
    const labels = new Set(Array.from(text.matchAll(/\[\^(w\w+)\]/g), ([, label]) => label!));
    const missing = Array.from({ length: count }, (_, i) => `w${seed}x${i}y`).filter(
      (word) => !html.includes(word) && !labels.has(word),
    );
    assert.deepEqual(missing, [], JSON.stringify({ text, html }));
    // Comments in code are code, and the second fence is never closed.
    const isShown = html.includes("hidden") && !text.includes("~~~");
    assert.equal(isShown, false, JSON.stringify({ text, html }));
  }
});

test("nothing active comes out of any mixture of markup", () => {
  const hostile = [
    ...MARKUP,
    ...["](", ")", "]:", "](javascript:alert(1))", "<javascript:alert(1)>", "](<java\nscript:x>)"],
    ...[
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "<a onclick=x style=x>",
      "<!--",
      "-->",
    ],
    ...[
      "](data:text/html,x)",
      "](JaVaScRiPt&colon;x)",
      "](&#106;avascript:x)",
      "](vbscript:x)",
      "^[",
    ],
    ...[
      '"onload="x',
      "' onload='x",
      "[^1]",
      "[^1]: ",
      '](" onmouseover=x)',
      "<svg/onload=x>",
      "style=x",
    ],
  ];
  for (let seed = 0; seed < ROUNDS; seed++) {
    const { text } = soup(seed, hostile);
    for (const format of ["md", "txt"] as const) {
      const html = render(text, { format });
      const tags = html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        const bare = tag.replace(/"[^"]*"/g, '""');
        assert.doesNotMatch(
          bare,
          /<\/?(?:script|style|svg|iframe|object)|\son\w+=|\sstyle=/i,
          text,
        );
        assert.doesNotMatch(tag, /(?:href|src)="\s*(?:javascript|vbscript|data|file):/i, text);
      }
    }
  }
});
