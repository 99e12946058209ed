import { existsSync, readFileSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, posix } from "node:path";
import { html, type Html } from "../text/html.ts";
import type { Outcome } from "../build/build.ts";
import type { Published } from "../build/lost.ts";
import { codes, pageOf, type Code } from "../diagnostics/codes.ts";
import { errorsOf, hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import { summaryLine } from "../diagnostics/index.ts";
import { ROOT } from "../io/root.ts";
import { shortest } from "../io/terminal.ts";
import { codePage, findingsPage, OWN_FOLDER, type Findings } from "./findings-page.ts";
import { processWide } from "./process-wide.ts";
import { figures, findings } from "./terminal.ts";
import type { Middleware } from "./types.ts";

/** Where a writer sees what a preview's builds say: the terminal, and the browser when something is wrong. */
export interface Screen {
  /** The folder that is served. */
  output: string;
  /** The path that it is served below, with a slash at both ends. */
  prefix: string;
  readonly middleware: Middleware;
  /** Says where the preview is read, and what is found in it. */
  readonly messageOnStart: (server: { readonly localhostUrl: string }) => string;
  /** @param published the addresses of all texts that the site shows, with their files */
  report(report: Report, content: string, published: Published): void;
  fail(error: unknown): void;
  built(outcome: Outcome): void;
}

export const screen = processWide("screen", newScreen);

function newScreen(): Screen {
  let trouble: string | undefined;
  let said = "";
  let last: Findings = { root: "", home: "/", pages: new Map() };

  /** A preview repeats its findings only when they changed. */
  function say(text: string): void {
    if (text !== said) console.log(text);
    said = text;
  }

  return {
    output: "",
    prefix: "/",
    middleware(request, response, next) {
      const path = pathOf(request.url);
      if (path === undefined) {
        response.statusCode = 400;
        response.end("This is no address.");
        return;
      }
      if (path.startsWith(OWN_FOLDER)) return answerOwn(path, last, response);
      const wantsPage = request.method === "GET" && PAGE.test(path);
      if (trouble === undefined || !wantsPage) return next();
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(withTrouble(pageAt(screen, path), trouble));
    },
    messageOnStart: ({ localhostUrl }) =>
      `Server at ${localhostUrl}\nFindings at ${new URL(OWN_FOLDER, localhostUrl).href}`,
    report(report, content, published) {
      const { prefix } = screen;
      last = {
        report,
        root: shortest(content),
        home: prefix,
        // Asked for when somebody looks: an edit among thousands of essays does not wait for it.
        get pages() {
          const pages = Object.entries(published);
          return new Map(pages.map(([url, file]) => [file, urlBelow(prefix, url)]));
        },
      };
      const shown = findings(report, content) + summaryLine(report.summary);
      const isWrong = hasErrors(report.diagnostics);
      trouble = isWrong ? findings(errorsOf(report), content, false) : undefined;
      say(isWrong ? `${shown}\nThe last good pages stay as they are until this is mended.` : shown);
    },
    fail(error) {
      trouble = messageOf(error);
      last = { ...last, failure: trouble };
      said = "";
      console.error(trouble);
    },
    built(outcome) {
      console.log(figures(outcome));
    },
  };
}

/** Answers what only a preview has: its findings, and the pages that explain them. */
function answerOwn(path: string, last: Findings, response: ServerResponse): void {
  const name = path.slice(OWN_FOLDER.length).replace(/\/$/, "");
  const body = name === "" ? findingsPage(last) : explained(name, last.home);
  response.statusCode = body ? 200 : 404;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end((body ?? codePage("Not found", "There is no such page.", last.home)).toString());
}

function explained(code: string, home: string): Html | undefined {
  if (!Object.hasOwn(codes, code)) return undefined;
  const file = join(ROOT, pageOf(code as Code));
  return existsSync(file) ? codePage(code, readFileSync(file, "utf8"), home) : undefined;
}

const urlBelow = (prefix: string, url: string): string => prefix + encodeURI(url.slice(1));

/** What a reader may type for a page: with its last slash, without, or as the file that it is. */
const PAGE = /(?:\/[^/.]*|\.html)$/;

/** The decoded path of a request; undefined where the server behind would fail on it. */
function pathOf(url = "/"): string | undefined {
  const [path = "/"] = url.split(/[?#]/);
  if (path.startsWith("//")) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\0") ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** The last good page of an address; an empty one where there is none yet. */
function pageAt({ output, prefix }: Screen, asked: string): string {
  const whole = posix.normalize(asked);
  const path = whole.startsWith(prefix) ? whole.slice(prefix.length - 1) : whole;
  const file = join(output, path.endsWith("/") ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(file, "utf8")
    : "<!doctype html><title>Not built yet</title><body></body>";
}

function withTrouble(page: string, trouble: string): string {
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
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause = (error as { originalError?: unknown }).originalError } = error;
  if (cause !== undefined) return `${error.message}\n${messageOf(cause)}`;
  return isExplained(error) ? error.message : (error.stack ?? error.message);
}

/** Refusals say what is wrong, and esbuild says where; the way through Galley and esbuild would not help. */
const isExplained = (error: Error): boolean => "skipOriginalStack" in error || "errors" in error;
