import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { treeOf, writeFiles, type Tree } from "./files.ts";
import { temporaryFolder, type Scope } from "./folders.ts";
import { freePort } from "./ports.ts";
import { projectCopy } from "./project.ts";

/** `galley start` as a process of its own, on a copy of the project that a test may edit. */
export interface Preview {
  /** The project's folder. */
  readonly folder: string;
  /** Where it is served: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** All that the process said up to now. */
  said(): string;
  get(path: string): Promise<Answer>;
  /** Waits until an address answers as wanted. Fails with what it answered last. */
  until(path: string, what: string, wanted: (answer: Answer) => boolean): Promise<Answer>;
  /** Waits until a page holds some text, without trouble over it. */
  shows(path: string, text: string): Promise<Answer>;
  /** Waits until an address is not found. */
  lacks(path: string): Promise<Answer>;
  /** Waits until a page shows trouble that holds all of these texts. */
  showsTrouble(path: string, ...texts: readonly string[]): Promise<Answer>;
  save(path: string, text: string | Uint8Array): void;
  /** Saves a file of the project with some of its text replaced. */
  replace(path: string, text: string, other: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Puts all of the project back to what it was at first. */
  restore(): void;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What the box over a page begins with when the last edit could not be built. */
export const TROUBLE = 'role="alert"';

/** Generous: a busy machine takes seconds for what takes a tenth of one. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 40;

type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Beginning {
  /** Files of the project besides the code, by path. */
  readonly files: Files;
  /** Done in the project's folder before the preview is started. */
  readonly prepare?: (folder: string) => void;
  readonly port?: number;
  readonly args?: readonly string[];
}

/** Starts a preview and waits until it is served; it ends with the test. */
export async function startPreview(scope: Scope, beginning: Beginning): Promise<Preview> {
  let child: ChildProcess | undefined;
  // Before the folder goes, since hooks run in their order.
  scope.after(() => end(child));
  const folder = projectCopy(join(temporaryFolder(scope), "project"));
  writeFiles(folder, beginning.files);
  beginning.prepare?.(folder);

  const port = beginning.port ?? (await freePort());
  const args = ["bin/galley.js", "start", `--port=${port}`, ...(beginning.args ?? [])];
  child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (part: string) => (said += part));
  }
  const origin = await served(child, () => said);
  return previewAt(
    folder,
    origin,
    () => said,
    () => end(child),
  );
}

async function served(child: ChildProcess, said: () => string): Promise<string> {
  const place = /Server at http:\/\/localhost:(\d+)\//;
  const until = Date.now() + PATIENCE_MS;
  while (!place.test(said())) {
    if (child.exitCode !== null) throw new Error(`the preview ended:\n${said()}`);
    if (Date.now() > until) throw new Error(`the preview is not served:\n${said()}`);
    await sleep(PAUSE_MS);
  }
  return `http://127.0.0.1:${place.exec(said())![1]}`;
}

function previewAt(
  folder: string,
  origin: string,
  said: () => string,
  stop: () => Promise<void>,
): Preview {
  /** Every time by a connection of its own: a server that is busy building closes those that wait. */
  async function get(path: string): Promise<Answer> {
    try {
      const request = http.get(origin + path, { agent: false });
      const [response] = (await once(request, "response")) as [IncomingMessage];
      return { status: response.statusCode!, body: await text(response) };
    } catch (cause) {
      throw new Error(`the preview does not answer. It said:\n${said()}`, { cause });
    }
  }

  async function until(
    path: string,
    what: string,
    wanted: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await get(path);
      if (wanted(answer)) return answer;
      if (Date.now() > deadline) throw new Error(disappointment(path, what, answer, said()));
      await sleep(PAUSE_MS);
    }
  }

  const whole = WATCHED.map((name) => [join(folder, name), treeOf(join(folder, name))] as const);

  return {
    folder,
    origin,
    said,
    get,
    until,
    stop,
    shows: (path, words) =>
      until(path, `“${words}”`, ({ status, body }) => {
        return status === 200 && body.includes(words) && !body.includes(TROUBLE);
      }),
    lacks: (path) => until(path, "that it is not found", ({ status }) => status === 404),
    showsTrouble: (path, ...texts) =>
      until(path, `trouble with ${texts.join(", ")}`, ({ body }) => {
        const [, trouble = ""] = body.split(TROUBLE);
        return texts.every((text) => trouble.includes(text));
      }),
    save: (path, content) => writeFiles(folder, { [path]: content }),
    replace(path, part, other) {
      const before = readFileSync(join(folder, path), "utf8");
      const after = before.replace(part, () => other);
      if (after === before) throw new Error(`${path} does not hold ${part}`);
      writeFiles(folder, { [path]: after });
    },
    rename: (from, to) => renameSync(join(folder, from), join(folder, to)),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    restore: () => whole.forEach(([place, tree]) => putBack(place, tree)),
  };
}

const WATCHED = ["content", "layouts", "public", "src"];

/** Files that are as they were are left alone: an edit that changes nothing is an edit for who watches. */
function putBack(folder: string, tree: Tree): void {
  const now = treeOf(folder);
  for (const path of now.keys()) {
    if (!tree.has(path)) rmSync(join(folder, path), { recursive: true, force: true });
  }
  for (const [path, bytes] of tree) {
    if (path.endsWith("/")) mkdirSync(join(folder, path), { recursive: true });
    else if (now.get(path) !== bytes) writeFiles(folder, { [path]: Buffer.from(bytes, "latin1") });
  }
}

const disappointment = (path: string, what: string, { status, body }: Answer, said: string) =>
  `${path} did not show ${what} within ${PATIENCE_MS / 1000} s. It answered ${status}:\n${body}\n\nThe preview said:\n${said}`;

/** Asks the process to end, as Ctrl+C does. One that does not is ended by force, and the test fails. */
async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "close").then(() => true);
  child.kill("SIGTERM");
  const patience = new AbortController();
  const tooLate = sleep(PATIENCE_MS, false, { signal: patience.signal }).catch(() => false);
  const hasEnded = await Promise.race([ended, tooLate]);
  patience.abort();
  if (hasEnded) return;
  child.kill("SIGKILL");
  await ended;
  throw new Error("the preview did not end when it was told to");
}
