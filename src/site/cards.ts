import { hash } from "node:crypto";
import type { Essay, EssayDate } from "../essays/essay.ts";
import type { Card, DateProps, Neighbour, TagLink } from "./props.ts";
import type { Site, TagPage } from "./site.ts";
import { tagKey } from "../text/slug.ts";

/** Makes what pages show of essays; each card once, since many pages show it. */
export interface Cards {
  cardOf(essay: Essay): Card;
  cardsOf(essays: readonly Essay[]): readonly Card[];
}

export function cardsFor(site: Site): Cards {
  const linkOf = tagLinks(site.tags);
  const cards = new Map<Essay, Card>();

  function cardOf(essay: Essay): Card {
    const known = cards.get(essay);
    if (known) return known;
    const card: Card = {
      url: site.urlOf(essay),
      title: essay.title,
      titled: essay.titled,
      description: essay.description,
      lang: essay.lang,
      ...(essay.date && { date: dateProps(essay.date) }),
      tags: uniqueLinks(essay, linkOf),
      ...(essay.state !== "published" && { mark: essay.state }),
    };
    // Many pages show a card: in their fingerprints it stands as one short hash, made once.
    const json = hash("sha1", JSON.stringify(card));
    cards.set(essay, Object.assign(card, { toJSON: () => json }));
    return card;
  }

  return { cardOf, cardsOf: (essays) => essays.map(cardOf) };
}

export const dateProps = ({ day, at }: EssayDate): DateProps => ({ day, iso: at ?? day });

export const tagLink = ({ kind, label, url }: TagPage): TagLink => ({ kind, label, url });

export function neighbour(site: Site, essay: Essay): Neighbour {
  return { url: site.urlOf(essay), title: essay.title, lang: essay.lang };
}

type LinkOf = (kind: TagPage["kind"], label: string) => TagLink;

function tagLinks(tags: readonly TagPage[]): LinkOf {
  const links = new Map(tags.map((tag) => [`${tag.kind} ${tag.key}`, tagLink(tag)]));
  return (kind, label) => links.get(`${kind} ${tagKey(label)}`)!;
}

function uniqueLinks(essay: Essay, linkOf: LinkOf): readonly TagLink[] {
  return [...new Set(essay.tags.map(({ kind, label }) => linkOf(kind, label)))];
}
