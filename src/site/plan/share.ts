import type { Essay } from "../../essays/essay.ts";
import { dayText } from "../../text/day.ts";
import type { Page } from "../page.ts";
import type { SharePictureProps } from "../props.ts";
import { essayPicture, SITE_PICTURE } from "../share.ts";
import { pageAt, type Context } from "./context.ts";

/** The pictures that stand beside links to the site elsewhere: its own, and one for every essay. */
export function sharePictures({ site: { settings, essays } }: Context): readonly Page[] {
  if (!settings.sharePictures) return [];
  const { title: siteTitle, description, language, author } = settings;
  const picture = (url: string, what: string, shown: Shown, from?: Essay): Page => {
    const props = { kind: "share-picture", author: author.name, ...shown } as const;
    return pageAt(url, what, () => props, { ...(from && { from }), companion: true });
  };
  const own = picture(SITE_PICTURE, "the share picture of the site", {
    siteTitle: "",
    title: siteTitle,
    text: description,
    date: "",
  });
  return [
    own,
    ...essays.map((essay) => {
      const { title, slug } = essay;
      const date = essay.date ? dayText(essay.date.day, language) : "";
      const shown = { siteTitle, title, text: "", date };
      return picture(essayPicture(slug), "the share picture of an essay", shown, essay);
    }),
  ];
}

type Shown = Pick<SharePictureProps, "siteTitle" | "title" | "text" | "date">;
