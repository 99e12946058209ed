import { html } from "../text/html.ts";
import { OWN_FOLDER } from "./findings-page.ts";

/** Stands for a page that was never built. */
export const NOT_BUILT = "<!doctype html><title>Not built yet</title><body></body>";

/** A page with what is wrong over it. */
export function withTrouble(page: string, trouble: string): string {
  const box = html`<details
    open
    role="alert"
    style="position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:9999;margin:0;padding:1rem;background:#2b0f12;color:#fff;font:14px/1.5 ui-monospace,monospace;border-top:4px solid #e5484d"
  >
    <summary style="cursor:pointer">
      This page is from before the last edit: it could not be built
    </summary>
    <p><a href="${OWN_FOLDER}" style="color:inherit">All findings</a></p>
    <pre style="white-space:pre-wrap;margin:1rem 0 0;background:none;color:inherit">${trouble}</pre>
  </details>`;
  return page.replace("</body>", () => `${box.toString()}</body>`);
}

/** An error with what caused it, which Eleventy calls the original one. What went wrong is at the top of the last one's stack. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause = (error as { originalError?: unknown }).originalError } = error;
  if (cause !== undefined) return `${error.message}\n${messageOf(cause)}`;
  return isExplained(error) ? error.message : (error.stack ?? error.message);
}

/** Refusals say what is wrong, and esbuild says where; the way through Galley and esbuild would not help. */
const isExplained = (error: Error): boolean => "skipOriginalStack" in error || "errors" in error;
