import type { Settings } from "../settings/settings.ts";

/** Where a site lives: turns site paths into links. */
export interface Address {
  /** The path prefix, with a slash at both ends. */
  readonly prefix: string;
  /** `/essays/x/` → `/blog/essays/x/`, percent-encoded. */
  link(url: string): string;
  /** `/essays/x/` → `https://example.org/blog/essays/x/`, percent-encoded. */
  absolute(url: string): string;
}

export function addressOf({ url }: Settings): Address {
  const base = url.replace(/\/$/, "");
  const root = new URL(url).pathname.replace(/\/$/, "");
  return {
    prefix: `${root}/`,
    link: (path) => root + encodePath(path),
    absolute: (path) => base + encodePath(path),
  };
}

/** The settings of a build whose path prefix is given for once: it counts in absolute URLs too. */
export function withPrefix(settings: Settings, prefix: string | undefined): Settings {
  if (prefix === undefined) return settings;
  const steps = prefix.split(/[/\\]/).filter(Boolean);
  const url = new URL(settings.url);
  // Set as a path, it can't name another host, and its question and number signs are encoded.
  url.pathname = [...steps, ""].join("/");
  return { ...settings, url: url.href };
}

/** Percent-encodes each step of a site path. */
export const encodePath = (url: string): string =>
  isPlain(url) ? url : url.split("/").map(encodeURIComponent).join("/");

const isPlain = (url: string): boolean => /^[\w/.~-]*$/.test(url);

/** Whether a path holds what a terminal would obey, or what some systems take for a slash. */
export const hasOddCharacter = (path: string): boolean => /[\p{Cc}\p{Zl}\p{Zp}\\]/u.test(path);
