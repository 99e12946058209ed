import type { Card } from "../../src/site/props.ts";
import { html, type Html } from "../html.ts";

const words = { draft: "Draft", "held-back": "Held back until its date" } as const;

/** Tells a previewing writer that readers do not see this essay yet. */
export function markBadge(mark: Card["mark"]): Html | undefined {
  return mark && html`<strong class="badge">${words[mark]}</strong>`;
}
