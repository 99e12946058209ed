import { hash } from "node:crypto";
import type { Essay } from "../essays/essay.ts";
import { forFeed, forPage, OWN_PAGE, SITE_ROOT } from "../essays/markers.ts";
import { filled, type Resolved, type Target } from "../essays/render.ts";
import { addressOf, type Address } from "./address.ts";
import type { Resolution, Resolve } from "./links.ts";
import type { BodyOf } from "./page.ts";
import { sourcesOf, type VariantsOf } from "./pictures.ts";
import type { Body } from "./props.ts";
import type { Site } from "./site.ts";

/** The rendered template of an essay, see `essays/markers.ts`. */
export type TemplateOf = (essay: Essay) => string;

/** Bodies by essay; each is filled in when a page that is to be written asks for it. */
export function bodiesOf(
  site: Site,
  resolve: Resolve,
  templateOf: TemplateOf,
  variantsOf: VariantsOf,
): BodyOf {
  const address = addressOf(site.settings);
  const bodies = new Map<Essay, Body>();
  return (essay) => {
    let body = bodies.get(essay);
    if (!body)
      bodies.set(
        essay,
        (body = new RenderedBody(essay, site, { address, resolve, templateOf, variantsOf })),
      );
    return body;
  };
}

interface Means {
  readonly address: Address;
  readonly resolve: Resolve;
  readonly templateOf: TemplateOf;
  readonly variantsOf: VariantsOf;
}

class RenderedBody implements Body {
  readonly #essay: Essay;
  readonly #site: Site;
  readonly #means: Means;
  #json: string | undefined;

  constructor(essay: Essay, site: Site, means: Means) {
    this.#essay = essay;
    this.#site = site;
    this.#means = means;
  }

  get html(): string {
    return forPage(this.#marked(this.#means.variantsOf), this.#means.address.prefix);
  }

  get absoluteHtml(): string {
    const { absolute } = this.#means.address;
    // Feed readers know one picture by one address.
    return forFeed(
      this.#marked(() => []),
      absolute("/"),
      absolute(this.#site.urlOf(this.#essay)),
    );
  }

  /** A rendered body is a function of the bytes, the slug, the language, the settings, what the links lead to, and the variants of pictures. */
  toJSON(): string {
    return (this.#json ??= this.#ingredients());
  }

  #ingredients(): string {
    const { source, slug, lang, manuscript } = this.#essay;
    const links = manuscript.links.map((link) => this.#means.resolve(this.#essay, link));
    const variants = links.flatMap((link) =>
      link.kind === "image" ? [this.#means.variantsOf(link.picture)] : [],
    );
    const { html } = this.#site.settings.markdown;
    return hash("sha1", JSON.stringify([source.hash, slug, lang, html, links, variants]));
  }

  #marked(variantsOf: VariantsOf): string {
    return filled(this.#means.templateOf(this.#essay), this.#essay, (target) =>
      resolved(this.#means.resolve(this.#essay, target), target, variantsOf),
    );
  }
}

/** What leads into the site is marked, to be made a path or an address later. */
function resolved(resolution: Resolution, { target }: Target, variantsOf: VariantsOf): Resolved {
  switch (resolution.kind) {
    case "page": {
      const { url } = resolution;
      return { href: (url.startsWith("#") ? OWN_PAGE : SITE_ROOT) + url };
    }
    case "image": {
      const { picture } = resolution;
      const { width, height } = picture;
      const href = SITE_ROOT + resolution.url;
      return { href, width, height, sources: sourcesOf(picture, variantsOf(picture), href) };
    }
    default:
      return { href: target };
  }
}
