import type { Essay } from "../../essays/essay.ts";
import { byYear, type Year } from "../by-year.ts";
import type { Page } from "../page.ts";
import { ARCHIVE, HOME, yearUrl } from "../urls.ts";
import { pageAt, type Context } from "./context.ts";

export const LATEST = 20;

/** Up to here the archive is one page that a reader can search with the browser's own means. */
const LONGEST_ARCHIVE = 99;

export function homePage({ site, props, cardsOf }: Context): Page {
  const essays = cardsOf(site.essays.slice(0, LATEST));
  const total = site.essays.length;
  return pageAt(HOME, "the home page", () => ({ kind: "home", site: props, essays, total }));
}

/** `/essays/`, and a page a year where there are many essays. */
export function archivePages(context: Context): readonly Page[] {
  const { site, props, cardsOf } = context;
  const isLong = site.essays.length > LONGEST_ARCHIVE;
  const shown = isLong ? site.essays.slice(0, LATEST) : site.essays;
  const groups = isLong ? byYear(site.essays, ({ date }) => date?.day) : [];
  const years = groups.map(([year, { length: count }]) => ({ year, url: yearUrl(year), count }));
  const archive = pageAt(ARCHIVE, "the archive", () => ({
    kind: "archive",
    site: props,
    essays: cardsOf(shown),
    years,
  }));
  return [archive, ...yearPages(context, groups)];
}

function yearPages({ props, cardsOf }: Context, years: readonly Year<Essay>[]): readonly Page[] {
  const at = (place: number) => {
    const year = years[place]?.[0];
    return year === undefined ? undefined : { year, url: yearUrl(year) };
  };
  return years.map(([year, essays], place) => {
    const newer = at(place - 1);
    const older = at(place + 1);
    const url = yearUrl(year);
    return pageAt(url, `the archive of ${year}`, () => ({
      kind: "year",
      site: props,
      url,
      year,
      essays: cardsOf(essays),
      ...(newer && { newer }),
      ...(older && { older }),
    }));
  });
}
