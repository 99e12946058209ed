import { layouts } from "../../layouts/index.ts";
import { renderFeed, renderRobots, renderSitemap } from "../site/feeds/index.ts";
import type { PrintedProps } from "../site/props.ts";

/** The bytes of a page: a layout's for people, a feed's for machines. */
export function render(props: PrintedProps): string {
  switch (props.kind) {
    case "rss":
    case "json-feed":
      return renderFeed(props);
    case "sitemap":
      return renderSitemap(props);
    case "robots":
      return renderRobots(props);
    default: {
      const layout = layouts[props.kind] as (props: PrintedProps) => unknown;
      return String(layout(props));
    }
  }
}
