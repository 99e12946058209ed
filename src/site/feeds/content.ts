import { directionOf } from "../../text/direction.ts";
import type { Body, Card } from "../props.ts";
import { escape } from "./xml.ts";

/**
 * An essay's HTML for a feed. Readers show it in a page of their own, so it says its language where
 * that is not the feed's, and its direction where a reader could get it wrong.
 */
export function contentOf({ lang }: Card, body: Body, feedLanguage: string): string {
  const direction = directionOf(lang);
  if (lang === feedLanguage && direction === "ltr") return body.absoluteHtml;
  return `<div lang="${escape(lang)}" dir="${direction}">${body.absoluteHtml}</div>`;
}
