import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { archivePages, homePage } from "./archive.ts";
import { contextOf } from "./context.ts";
import { essayPages, plainPages } from "./essays.ts";
import { feedPages } from "./feeds.ts";
import { redirectPages, servicePages } from "./service.ts";
import { sharePictures } from "./share.ts";
import { tagIndexPage, tagPages } from "./tags.ts";

/** Every page of the site to be. Props are made on demand: they ask for bodies, whose links lead to these pages. */
export function pagesOf(site: Site): readonly Page[] {
  const context = contextOf(site);
  return [
    homePage(context),
    ...essayPages(context),
    ...plainPages(context),
    ...archivePages(context),
    tagIndexPage(context),
    ...tagPages(context),
    ...feedPages(context),
    ...servicePages(context),
    ...redirectPages(context),
    ...sharePictures(context),
  ];
}
