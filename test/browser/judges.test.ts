import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { violationsOn } from "./accessibility.ts";
import { faultsOfSkipping, faultsOfWalk } from "./keyboard.ts";
import { motionOn } from "./motion.ts";

/** The judges of pages find the faults of a page that is bad in one way. */

const browser = await browserFor({ after });

async function judged<T>(body: string, judge: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.setContent(
    `<!doctype html><html lang="en"><title>Bad</title><body><main><h1>Bad</h1>${body}</main>`,
  );
  const judgement = await judge(page);
  await page.close();
  return judgement;
}

type Page = Parameters<typeof motionOn>[0];

const asksFor = (faults: readonly string[], what: RegExp): void =>
  assert.ok(
    faults.some((fault) => what.test(fault)),
    `nothing like ${what} in:\n${faults.join("\n")}`,
  );

const walks = {
  "a trap": [
    `<a href="#a">A</a><button id="b">B</button><button id="c">C</button>
    <script>c.onkeydown = (event) => { if (event.key === "Tab") { event.preventDefault(); b.focus(); } }</script>`,
    /^holds who is in it$/,
  ],
  "what cannot be reached": [
    `<a href="#a">A</a><a href="#b" tabindex="-1">B</a>`,
    /"#b".* is not reached$/,
  ],
  "what does not show its focus": [
    `<a href="#a" style="outline: none">A</a>`,
    /"#a".* does not show that it has the focus$/,
  ],
  "an outline as pale as the page": [
    `<a href="#a" style="outline: 3px solid #ddd">A</a>`,
    /"#a".* does not show that it has the focus$/,
  ],
  "what is out of sight": [
    `<a href="#a" style="position: absolute; left: -999px">A</a>`,
    /"#a".* is not seen when it has the focus$/,
  ],
  "what is covered": [
    `<a href="#a">A</a><div style="position: fixed; inset: 0; background: white"></div>`,
    /"#a".* is not seen when it has the focus$/,
  ],
  "an order of its own": [
    `<a href="#a" tabindex="2">A</a><a href="#b" tabindex="1">B</a>`,
    /"#a".* is reached after it$|"#a".* comes before/,
  ],
  "an order that is not seen": [
    `<div style="display: flex; flex-direction: column-reverse"><a href="#a">A</a><a href="#b">B</a></div>`,
    /"#b".* comes before .*"#a"/,
  ],
} as const;

for (const [what, [body, fault]] of Object.entries(walks)) {
  test(`a walk by keyboard notices ${what}`, async () => {
    asksFor(await judged(body, (page) => faultsOfWalk(page, true)), fault);
  });
}

test("a walk by keyboard notices nothing on a page that is well", async () => {
  const body = `<p><a href="#a">A</a> <a href="#b">B</a></p><input aria-label="C"><p><a href="#d">D</a></p>`;
  assert.deepEqual(await judged(body, (page) => faultsOfWalk(page, true)), []);
});

const firsts = {
  "a first stop that is no link within the page": [`<a href="/">A</a>`, /leads to no part/],
  "a link that skips too far": [
    `<a href="#end">A</a><p>Text</p></main><p id="end" tabindex="-1">End`,
    /leads past the text/,
  ],
} as const;

for (const [what, [body, fault]] of Object.entries(firsts)) {
  test(`who skips to the text notices ${what}`, async () => {
    asksFor(await judged(body, faultsOfSkipping), fault);
  });
}

const motions = {
  "a transition": [`<p style="transition: opacity 1ms">A`, /^<p> has a transition$/],
  "an animation": [`<style>p { animation: a 1s } @keyframes a {}</style><p>A`, /^<p> is animated$/],
  "smooth scrolling": [`<p style="scroll-behavior: smooth">A`, /^<p> scrolls smoothly$/],
  "pages that fade": ["<style>@view-transition { navigation: auto }</style>", /^pages fade/],
} as const;

for (const [what, [body, motion]] of Object.entries(motions)) {
  test(`who asked for no motion notices ${what}`, async () => {
    asksFor(await judged(body, motionOn), motion);
  });
}

test("what moves only for those who did not ask for less motion is no fault", async () => {
  const body = `<style>@media (prefers-reduced-motion: no-preference) {
    p { transition: opacity 1s } @view-transition { navigation: auto } }</style><p>A`;
  assert.deepEqual(await judged(body, motionOn), []);
});

const texts = {
  "a contrast below 7:1": [`<p style="color: #666">Text`, /color-contrast-enhanced/],
  "targets that are too small": [
    `<p style="font: 8px/1 serif"><button style="all: unset">A</button> <button style="all: unset">B`,
    /target-size/,
  ],
  "a picture without words": [`<img src="data:,">`, /image-alt/],
} as const;

for (const [what, [body, violation]] of Object.entries(texts)) {
  test(`axe notices ${what}`, async () => {
    asksFor(await judged(body, violationsOn), violation);
  });
}
