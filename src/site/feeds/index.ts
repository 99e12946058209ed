import type { FeedProps } from "../props.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

export { renderRobots, renderSitemap } from "./sitemap.ts";

/** A feed as the text of its file. */
export function renderFeed(props: FeedProps): string {
  return props.kind === "rss" ? renderRss(props) : renderJsonFeed(props);
}
