import { hash } from "node:crypto";
import type { Essay } from "../essays/essay.ts";
import { forFeed, forPage, OWN_PAGE, SITE_ROOT } from "../essays/markers.ts";
import { filled, type Resolved, type Target } from "../essays/render.ts";
import { addressOf, type Address } from "./address.ts";
import type { Resolution, Resolve } from "./links.ts";
import type { BodyOf } from "./page.ts";
import { sourcesOf, type Picture, type VariantsOf } from "./pictures.ts";
import type { Body } from "./props.ts";
import type { Site } from "./site.ts";

/** The rendered template of an essay, see `essays/markers.ts`. */
export type TemplateOf = (essay: Essay) => string;

/** Bodies whose pictures have some variants, by essay. */
export type BodiesWith = (variantsOf: VariantsOf) => BodyOf;

/**
 * Bodies by essay; each is filled in when a page that is to be written asks for it. Pages and the search index have
 * bodies of their own, whose pictures have other variants: all else that they are made of is worked out once for both.
 */
export function bodiesOf(site: Site, resolve: Resolve, templateOf: TemplateOf): BodiesWith {
  const address = addressOf(site.settings);
  const ingredients = new Map<Essay, Ingredients>();
  const ingredientsOf = (essay: Essay): Ingredients => {
    let known = ingredients.get(essay);
    if (!known) ingredients.set(essay, (known = ingredientsIn(essay, site, resolve)));
    return known;
  };
  return (variantsOf) => {
    const means = { address, resolve, templateOf, variantsOf, ingredientsOf };
    const bodies = new Map<Essay, Body>();
    return (essay) => {
      let body = bodies.get(essay);
      if (!body) bodies.set(essay, (body = new RenderedBody(essay, site, means)));
      return body;
    };
  };
}

interface Means {
  readonly address: Address;
  readonly resolve: Resolve;
  readonly templateOf: TemplateOf;
  readonly variantsOf: VariantsOf;
  readonly ingredientsOf: (essay: Essay) => Ingredients;
}

/** What a body is made of, but for the variants of its pictures. */
interface Ingredients {
  readonly hash: string;
  readonly pictures: readonly Picture[];
}

/** A rendered body is a function of the bytes, the slug, the language, the settings, and what the links lead to. */
function ingredientsIn(essay: Essay, { settings }: Site, resolve: Resolve): Ingredients {
  const { source, slug, lang, manuscript } = essay;
  const links = manuscript.links.map((link) => resolve(essay, link));
  const made = [source.hash, slug, lang, settings.markdown.html, links];
  return {
    hash: hash("sha1", JSON.stringify(made)),
    pictures: links.flatMap((link) => (link.kind === "image" ? [link.picture] : [])),
  };
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

  toJSON(): string {
    return (this.#json ??= this.#fingerprint());
  }

  #fingerprint(): string {
    const { hash: all, pictures } = this.#means.ingredientsOf(this.#essay);
    if (pictures.length === 0) return all;
    const variants = pictures.map((picture) => this.#means.variantsOf(picture));
    return hash("sha1", JSON.stringify([all, variants]));
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
