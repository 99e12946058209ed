import { extname } from "node:path";
import type { SearchIndex } from "../build/search.ts";
import { SEARCH_INDEX } from "../site/urls.ts";
import { processWide } from "./process-wide.ts";
import { screen } from "./screen.ts";
import type { Middleware } from "./types.ts";

/** The search of a preview: the index is made when somebody searches, and kept until something is edited. */
export interface Finding {
  /** Makes the index. */
  search: () => Promise<SearchIndex>;
  readonly middleware: Middleware;
  /** What was indexed may have changed. */
  forget(): void;
}

export const finding = processWide("finding", newFinding);

function newFinding(): Finding {
  let index: Promise<SearchIndex> | undefined;

  function indexNow(): Promise<SearchIndex> {
    if (!index) {
      const made = self.search();
      index = made;
      // Whoever searches again may have more luck.
      made.catch(() => index === made && self.forget());
    }
    return index;
  }

  const self: Finding = {
    search: () => Promise.resolve(new Map()),
    forget: () => (index = undefined),
    async middleware(request, response, next) {
      const [path = "/"] = (request.url ?? "/").split("?");
      const folder = screen.prefix.slice(0, -1) + SEARCH_INDEX;
      if (!path.startsWith(folder)) return next();
      try {
        const content = (await indexNow()).get(path.slice(screen.prefix.length));
        if (content === undefined) return next();
        response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
        response.end(content);
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        response.statusCode = 500;
        response.end();
      }
    },
  };
  return self;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};
