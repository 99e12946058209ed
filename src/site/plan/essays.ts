import { dateProps, neighbour } from "../cards.ts";
import type { Page } from "../page.ts";
import { contentsOf, minutesOf } from "../reading-aids.ts";
import { relatedEssays } from "../related.ts";
import { essayPicture } from "../share.ts";
import { pageAt, type Context } from "./context.ts";

/** A page for every essay. */
export function essayPages({ site, props, cardOf }: Context): readonly Page[] {
  const relatedTo = relatedEssays(site);
  const dated = site.essays.filter(({ date }) => date !== undefined).length;
  return site.essays.map((essay, place) => {
    const newer = place < dated ? site.essays[place - 1] : undefined;
    const older = place + 1 < dated ? site.essays[place + 1] : undefined;
    return pageAt(
      site.urlOf(essay),
      "an essay",
      (bodyOf) => ({
        kind: "essay",
        site: props,
        essay: cardOf(essay),
        ...(essay.updated && { updated: dateProps(essay.updated) }),
        ...(site.settings.sharePictures && { picture: essayPicture(essay.slug) }),
        words: essay.manuscript.words,
        minutes: minutesOf(essay),
        contents: contentsOf(essay),
        body: bodyOf(essay),
        ...(newer && { newer: neighbour(site, newer) }),
        ...(older && { older: neighbour(site, older) }),
        related: relatedTo(essay).map((other) => neighbour(site, other)),
      }),
      { from: essay, shows: [essay] },
    );
  });
}

/** A page for every text of `content/pages/`. */
export function plainPages({ site, props }: Context): readonly Page[] {
  return site.pages.map((text) => {
    const { title, titled, description, lang } = text;
    const url = site.urlOf(text);
    const plain = { kind: "plain", site: props, url, title, titled, description, lang } as const;
    return pageAt(url, "a page", (bodyOf) => ({ ...plain, body: bodyOf(text) }), {
      from: text,
      shows: [text],
    });
  });
}
