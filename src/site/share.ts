/** The pictures that stand beside a link to the site elsewhere, see `src/share`. */

/** In pixels: what those who show links ask for. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** The site's own picture, for all pages but essays. */
export const SITE_PICTURE = "/share.png";

export const essayPicture = (slug: string): string => `/share/${slug}.png`;
