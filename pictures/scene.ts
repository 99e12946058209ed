/** A window, in CSS pixels, with how many of the picture's pixels each of them takes. */
export interface Window {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly density: number;
  readonly isPaper?: boolean;
}

export const WINDOWS = {
  phone: { name: "phone", width: 390, height: 844, density: 2 },
  desktop: { name: "desktop", width: 1280, height: 800, density: 1.5 },
  /** A4 at 96 pixels an inch. */
  paper: { name: "paper", width: 794, height: 1123, density: 1, isPaper: true },
} as const satisfies Readonly<Record<string, Window>>;

/** What a picture shows. */
export interface Scene {
  /** Of the page, on the site. */
  readonly path: string;
  readonly window: Window;
  readonly scheme: "light" | "dark";
  /** The whole page, where it is longer than the window. */
  readonly isWhole?: boolean;
}

/** A file's name: `essays-who-is-on-call-phone-dark`. */
export function sceneName({ path, window, scheme }: Scene): string {
  const place = decodeURI(path)
    .replace(/\.html$/, "")
    .replaceAll("/", " ")
    .trim()
    .replaceAll(" ", "-");
  return [place || "home", window.name, ...(window.isPaper ? [] : [scheme])].join("-");
}
