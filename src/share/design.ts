import type { SharePictureProps } from "../site/props.ts";
import { SHARE_HEIGHT, SHARE_WIDTH } from "../site/share.ts";
import type { Tone } from "./colours.ts";
import type { Font } from "./font.ts";
import { linesIn, type Block, type Column, type Line } from "./blocks.ts";
import type { Setter, Style } from "./type.ts";
import { writable } from "./writable.ts";

export interface Bar {
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a picture shows, in pixels from its upper left corner. */
export interface Design {
  readonly lines: readonly Line[];
  readonly bars: readonly Bar[];
}

const LEFT = 112;
const RIGHT = SHARE_WIDTH - 96;
const COLUMN: Column = { left: LEFT, width: RIGHT - LEFT };

/** The lines that small type stands on, above and below, and that the title's last line stands on. */
const TOP = 108;
const BOTTOM = 552;
const TITLE = 426;

/** The back of the book, and what parts the title from who wrote it. */
const SPINE: Bar = { tone: "accent", x: 0, y: 0, width: 28, height: SHARE_HEIGHT };
const RULE: Bar = { tone: "line", x: LEFT, y: 490, width: COLUMN.width, height: 2 };

const SITE: Style = { weight: "bold", size: 32, tracking: 0 };
const SMALL: Style = { weight: "regular", size: 30, tracking: 0 };
const GAP = 48;

/** The title is set in the first of these that holds it. */
const TITLES: readonly Block[] = [
  { weight: "bold", size: 112, tracking: -0.015, leading: 120, most: 2 },
  { weight: "bold", size: 96, tracking: -0.015, leading: 104, most: 2 },
  { weight: "bold", size: 80, tracking: -0.012, leading: 90, most: 3 },
  { weight: "bold", size: 70, tracking: -0.01, leading: 80, most: 3 },
  { weight: "bold", size: 58, tracking: -0.008, leading: 68, most: 4 },
];
const TEXT: Block = { weight: "regular", size: 36, tracking: 0, leading: 50, most: 3 };
const TEXT_GAP = 24;

/** Above a text there is less room. */
const TITLES_ABOVE = TITLES.map((block) => ({ ...block, most: 2 }));

/**
 * The title page of an essay: whose site, the title, who wrote it and when. What the font cannot write is left out; where
 * that is the title, the site's title stands in its place.
 */
export function designOf(props: SharePictureProps, font: Font, setter: Setter): Design {
  const shown = (text: string): string => writable(text, font) ?? "";
  const [own, siteTitle] = [shown(props.title), shown(props.siteTitle)];
  const { lineAt, blockTo } = linesIn(COLUMN, setter);
  const about = blockTo(TITLE, shown(props.text), [TEXT], "faint");
  const room = about.length === 0 ? 0 : about.length * TEXT.leading + TEXT_GAP;
  return {
    bars: [SPINE, RULE],
    lines: [
      ...(own === "" ? [] : lineAt(TOP, siteTitle, SITE, "accent")),
      ...blockTo(TITLE - room, own || siteTitle, room === 0 ? TITLES : TITLES_ABOVE, "ink"),
      ...about,
      ...imprint(shown(props.author), shown(props.date), setter),
    ],
  };
}

/** Who at the left, when at the right; without who, when at the left. */
function imprint(author: string, date: string, setter: Setter): readonly Line[] {
  const { lineAt } = linesIn(COLUMN, setter);
  if (author === "") return lineAt(BOTTOM, date, SMALL, "faint");
  const dateWidth = setter.widthOf(date, SMALL);
  const taken = date === "" ? 0 : dateWidth + GAP;
  return [
    ...lineAt(BOTTOM, author, SMALL, "faint", { left: LEFT, width: COLUMN.width - taken }),
    ...lineAt(BOTTOM, date, SMALL, "faint", { left: RIGHT - dateWidth, width: Infinity }),
  ];
}
