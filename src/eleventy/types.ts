import type { Batch } from "./press.ts";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What Galley uses of Eleventy's configuration object; Eleventy 3.1 comes without types. */
export interface UserConfig {
  readonly directories: { readonly input: string; readonly output: string };
  readonly ignores: Set<string>;
  readonly watchIgnores: Set<string>;
  addExtension(name: string, options: Record<string, unknown>): void;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, content: string, data: Record<string, unknown>): void;
  addWatchTarget(path: string, options?: { resetConfig: boolean }): void;
  on(event: string, listener: (argument: never) => unknown): void;
  setChokidarConfig(options: Record<string, unknown>): void;
  setDataFileSuffixes(suffixes: readonly string[]): void;
  setServerOptions(options: Record<string, unknown>): void;
  setUseGitIgnore(use: boolean): void;
  setWatchThrottleWaitTime(ms: number): void;
}

export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void | Promise<void>;

/** What Galley does at the three moments of Eleventy's build. */
export interface Steps {
  begin(): Promise<readonly Batch[]>;
  print(batch: Batch): void | Promise<void>;
  finish(): void | Promise<void>;
}
