import { Refusal } from "../../io/refusal.ts";

/** What a web server answered to one question. */
export type Answer =
  | { readonly kind: "found" }
  | { readonly kind: "missing" }
  /** The connection is fine, and the answer none that a reader could use. */
  | { readonly kind: "unusable"; readonly why: string }
  /** There was no answer. */
  | { readonly kind: "silence"; readonly why: string };

/** A server that says nothing for so long is as good as down. */
const PATIENCE_MS = 30_000;
/** As browsers; more is a circle. */
const MOST_REDIRECTS = 10;

/**
 * Asks for an address, as a browser without a cache would, and hands on the bytes that it stands for. Redirects are
 * followed within the origin: what another server says shows nothing about this one.
 *
 * @param limit bytes after which the answer is `unusable`
 */
export async function ask(
  address: string,
  limit: number,
  take: (bytes: Uint8Array) => void,
  patience = PATIENCE_MS,
): Promise<Answer> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    const response = await followed(address, waiting.signal);
    if (typeof response === "string") return { kind: "unusable", why: response };
    if (response.status === 404 || response.status === 410) return { kind: "missing" };
    if (response.status !== 200)
      return { kind: "unusable", why: `the server answers ${response.status}` };
    let size = 0;
    for await (const bytes of response.body ?? []) {
      timer.refresh();
      size += bytes.length;
      if (size > limit) return { kind: "unusable", why: `it is larger than ${limit} bytes` };
      take(bytes);
    }
    return { kind: "found" };
  } catch (error) {
    const why = waiting.signal.aborted ? `no word for ${patience / 1000} seconds` : reasonOf(error);
    return { kind: "silence", why };
  } finally {
    clearTimeout(timer);
    waiting.abort();
  }
}

/** The answer behind all redirects, or why there is none. */
async function followed(address: string, signal: AbortSignal): Promise<Response | string> {
  const { origin } = new URL(address);
  let at = address;
  for (let turns = 0; turns <= MOST_REDIRECTS; turns++) {
    const response = await fetch(at, {
      redirect: "manual",
      signal,
      headers: { "Cache-Control": "no-cache", "User-Agent": "galley verify" },
    });
    const place = response.headers.get("location");
    if (!(response.status >= 300 && response.status < 400) || place === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(place, at)) return "the server redirects to what is no address";
    at = new URL(place, at).href;
    if (new URL(at).origin !== origin) return `the server redirects to ${at}`;
  }
  return "the server redirects in a circle";
}

/** `fetch` says "fetch failed", and hides why. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: NodeJS.ErrnoException };
  const code = cause?.code ?? "";
  return REASONS[code] ?? (cause?.message || code || message);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "no server has this name",
  EAI_AGAIN: "the name cannot be looked up: is there a network?",
  ECONNREFUSED: "no server answers there",
  ENETUNREACH: "there is no network",
  EHOSTUNREACH: "the server cannot be reached",
  ETIMEDOUT: "the server cannot be reached",
  UND_ERR_CONNECT_TIMEOUT: "the server cannot be reached",
  UND_ERR_SOCKET: "the connection broke off",
  ECONNRESET: "the connection broke off",
};

/** The address of a site's root, from what somebody typed: with a slash at its end. */
export function rootOf(given: string): string {
  if (!URL.canParse(given)) throw new Refusal(`${given} is no address of a site.`);
  const url = new URL(given);
  if (url.username || url.password || url.search || url.hash)
    throw new Refusal(
      `${given} is not the address of a site: leave out the user, the password, and what is behind ? and #.`,
    );
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
