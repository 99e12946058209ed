import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { Html } from "../text/html.ts";
import type { Outcome } from "../build/build.ts";
import type { Published } from "../build/lost.ts";
import { codes, pageOf, type Code } from "../diagnostics/codes.ts";
import { errorsOf, hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import { summaryLine } from "../diagnostics/index.ts";
import { ROOT } from "../io/root.ts";
import { shortest } from "../io/terminal.ts";
import { MARK_STYLE, STYLESHEET } from "../marks/index.ts";
import { codePage, findingsPage, OWN_FOLDER, type Findings } from "./findings-page.ts";
import { markingOf, NO_MARKS } from "./marking.ts";
import { processWide } from "./process-wide.ts";
import { PAGE, pageAt, pathOf, urlAt } from "./served-page.ts";
import { figures, findings } from "./terminal.ts";
import { messageOf, NOT_BUILT, withTrouble } from "./trouble.ts";
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
  let addresses: Published = {};
  let marking = NO_MARKS;

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
      if (request.method !== "GET" || !PAGE.test(path)) return next();
      const url = urlAt(path, screen.prefix);
      const isMarked = marking.isMarked(url);
      if (trouble === undefined && !isMarked) return next();
      const page = pageAt(screen.output, url);
      const shown = page !== undefined && isMarked ? marking.marked(url, page) : page;
      if (trouble === undefined && shown === undefined) return next();
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(trouble === undefined ? shown : withTrouble(shown ?? NOT_BUILT, trouble));
    },
    messageOnStart: ({ localhostUrl }) =>
      `Server at ${localhostUrl}\nFindings at ${new URL(OWN_FOLDER, localhostUrl).href}`,
    report(report, content, published) {
      const { prefix } = screen;
      addresses = published;
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
      trouble = isWrong ? findings(errorsOf(report), content, { colour: false }) : undefined;
      say(isWrong ? `${shown}\nThe last good pages stay as they are until this is mended.` : shown);
    },
    fail(error) {
      trouble = messageOf(error);
      last = { ...last, failure: trouble };
      said = "";
      console.error(trouble);
    },
    built(outcome) {
      const { prefix } = screen;
      marking = markingOf(outcome, addresses, (url) => urlBelow(prefix, url));
      console.log(figures(outcome));
    },
  };
}

/** Answers what only a preview has: its findings, and the pages that explain them. */
function answerOwn(path: string, last: Findings, response: ServerResponse): void {
  if (path === STYLESHEET) {
    response.setHeader("Content-Type", "text/css; charset=utf-8");
    response.end(MARK_STYLE);
    return;
  }
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
