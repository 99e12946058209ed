import { after, afterEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startPreview } from "../support/preview.ts";
import {
  essay,
  HARBOUR,
  LANTERN,
  LAYOUT,
  layoutSaying,
  SETTINGS,
  settings,
  smallSite,
} from "./small-site.ts";

const preview = await startPreview({ after }, smallSite);
afterEach(() => preview.restore());

/** Both editors' ways: in one moment, and with the second save while the first is being built. */
const PAUSES_MS = [0, 10, 30, 60, 120, 200];

interface Saved {
  readonly path: string;
  readonly text: (round: number) => string;
  /** Where it shows, and as what. */
  readonly page: string;
  readonly word: (round: number) => string;
}

const harbour: Saved = {
  path: HARBOUR,
  text: (round) => essay(`Harbour of round ${round}.`),
  page: "/essays/harbour/",
  word: (round) => `Harbour of round ${round}.`,
};
const lantern: Saved = {
  path: LANTERN,
  text: (round) => essay(`Lantern of round ${round}.`),
  page: "/essays/lantern/",
  word: (round) => `Lantern of round ${round}.`,
};
const stylesheet: Saved = {
  path: "public/style.css",
  text: (round) => `/* style of round ${round}. */`,
  page: "/style.css",
  word: (round) => `style of round ${round}.`,
};
const layout: Saved = {
  path: LAYOUT,
  text: (round) => layoutSaying(`Layout of round ${round}.`),
  page: "/essays/harbour/",
  word: (round) => `Layout of round ${round}.`,
};
const titles: Saved = {
  path: SETTINGS,
  text: (round) => settings(`Notes of round ${round}.`),
  page: "/essays/harbour/",
  word: (round) => `Notes of round ${round}.`,
};

const pairs: Readonly<Record<string, readonly [Saved, Saved]>> = {
  "an essay and a stylesheet": [harbour, stylesheet],
  "a stylesheet and an essay": [stylesheet, harbour],
  "an essay and a layout": [harbour, layout],
  "a layout and an essay": [layout, harbour],
  "a layout and the settings": [layout, titles],
  "two essays": [harbour, lantern],
};

let round = 0;

for (const [name, pair] of Object.entries(pairs)) {
  test(`shows ${name} that are saved in one moment, or shortly after each other`, async () => {
    for (const pause of PAUSES_MS) {
      round++;
      for (const { path, text } of pair) {
        preview.save(path, text(round));
        await sleep(pause);
      }
      for (const { page, word } of pair) await preview.shows(page, word(round));
    }
  });
}

for (const [name, saved] of Object.entries({ harbour, layout, stylesheet, titles })) {
  test(`shows the last of three versions of one file, however quickly they come (${name})`, async () => {
    for (const pause of PAUSES_MS) {
      for (let version = 0; version < 3; version++) {
        round++;
        preview.save(saved.path, saved.text(round));
        await sleep(pause);
      }
      await preview.shows(saved.page, saved.word(round));
    }
  });
}

test("shows a layout as it was before, when an edit is taken back at once", async () => {
  for (const pause of PAUSES_MS) {
    preview.save(LAYOUT, layoutSaying("as it was"));
    await preview.shows("/essays/harbour/", "as it was");
    round++;
    preview.save(LAYOUT, layout.text(round));
    await sleep(pause);
    preview.save(LAYOUT, layoutSaying("as it was"));
    await sleep(pause);
    preview.save(HARBOUR, harbour.text(round));
    const { body } = await preview.shows("/essays/harbour/", harbour.word(round));
    if (!body.includes("as it was")) await preview.shows("/essays/harbour/", "as it was");
  }
});
