import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { WINDOWS, type Scene, type Window } from "./scene.ts";

/** Takes pictures of a site's pages, as PNG. */
export interface Camera {
  take(scene: Scene): Promise<Buffer>;
  /** Of a page that is given as HTML: what its body takes. */
  takeMarkup(markup: string): Promise<Buffer>;
  /** Prints a page to PDF, on A4. */
  print(path: string): Promise<Buffer>;
}

/** Fonts and pictures, those far below the window too. */
const ALL_SHOWN = `Promise.all([document.fonts.ready, ...[...document.images].map((image) => {
  image.loading = "eager";
  return image.decode();
})])`;

const ALL_FONTS = "Promise.all([...document.fonts].map((font) => font.load()))";

export function cameraFor(browser: Browser, origin: string): Camera {
  async function opened(path: string, window: Window, scheme: Scene["scheme"]): Promise<Page> {
    const { width, height, density, isPaper = false } = window;
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: density,
      colorScheme: scheme,
      reducedMotion: "reduce",
    });
    await page.emulateMedia({ media: isPaper ? "print" : "screen" });
    // No page waits for its fonts: they are to be there before it is opened.
    await page.goto(`${origin}/`);
    await page.evaluate(ALL_FONTS);
    // An old address's page would be left at once, were there an answer.
    const redirected = (url: URL): boolean => url.href !== origin + path && url.href.endsWith("/");
    await page.route(redirected, (route) => route.fulfill({ status: 204 }));
    await page.goto(origin + path);
    await page.evaluate(ALL_SHOWN);
    return page;
  }

  async function taken(page: Page, take: (page: Page) => Promise<Buffer>): Promise<Buffer> {
    const picture = await take(page);
    await page.close();
    return picture;
  }

  return {
    take: async ({ path, window, scheme, isWhole = false }) =>
      taken(await opened(path, window, scheme), (page) => page.screenshot({ fullPage: isWhole })),
    takeMarkup: async (markup) =>
      taken(await browser.newPage({ deviceScaleFactor: WINDOWS.desktop.density }), async (page) => {
        await page.setContent(markup);
        return page.locator("body").screenshot();
      }),
    print: async (path) =>
      taken(await opened(path, WINDOWS.paper, "light"), (page) =>
        page.pdf({ format: "A4", printBackground: true }),
      ),
  };
}

/** Pages are few colours and the blends of text with its ground: more would not be seen. */
const COLOURS = 64;

/** A picture as small as can be: with a palette, and without dithering, which would cost bytes and blur the text. */
export const smaller = (picture: Buffer): Promise<Buffer> =>
  sharp(picture)
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
