/**
 * The name in a top card.
 */
import type { Alias } from "../../domain/person/person.ts";
import { canBeName } from "./name-choice.ts";
import { saysHidden, squeezed, textLeaves, type TextLeaf } from "../page/page-text.ts";
import { CHROME } from "../page/regions.ts";
import { aliasesFromUrl, profilePart } from "../address/urls.ts";

/**
 * The piece of text that is the name of a top card's person.
 *
 * A heading inside a link to the person is the name. A heading of its own is, unless the document's title names
 * somebody else; where the heading is not the name (2019 and 2020), the title says which piece is.
 *
 * @param title the document's title, "(3) Alex Example | LinkedIn"
 * @returns `undefined` while the card is not drawn, or its heading belongs to somebody else
 */
export function profileName(card: Element, alias: Alias, title: string): TextLeaf | undefined {
  const headings = [...card.querySelectorAll("h1,h2")].filter(
    (heading) => heading.closest(CHROME) === null && !saysHidden(heading),
  );
  const titled = nameOfTitle(title);
  const names = headings.flatMap((heading) => {
    const [leaf] = textLeaves(heading, 4).filter(({ text }) => canBeName(text));
    return leaf === undefined ? [] : [{ heading, leaf, linked: linkedTo(heading) }];
  });
  const linked = names.find(({ linked: aliases }) => aliases?.includes(alias) === true);
  if (linked !== undefined) return linked.leaf;
  const free = names.filter(({ linked: aliases }) => aliases === undefined);
  const sameAsTitle = free.find(({ leaf }) => leaf.text === titled)?.leaf;
  if (sameAsTitle !== undefined) return sameAsTitle;
  const elsewhere =
    titled === undefined ? undefined : textLeaves(card, 24).find(({ text }) => text === titled);
  if (elsewhere !== undefined) return elsewhere;
  const first = free.find(({ heading }) => heading.localName === "h1")?.leaf;
  // What a translator made of the name is not in the title; labels and the address have to agree with it anyway.
  if (first?.translated === true) return first;
  return first !== undefined && (titled === undefined || alike(first.text, titled))
    ? first
    : undefined;
}

/** The person that the link around or inside a heading leads to; `undefined` without a link to a person. */
function linkedTo(heading: Element): readonly Alias[] | undefined {
  const link = heading.closest('a[href*="/in/"]') ?? heading.querySelector('a[href*="/in/"]');
  const href = link?.getAttribute("href");
  if (href == null) return undefined;
  const part = profilePart(href);
  // Headings of sections lead to their details: they are nobody's name.
  return part === undefined || part === "overlay" ? aliasesFromUrl(href) : [];
}

/** The name a profile's title gives; `undefined` for titles of another form. */
export function nameOfTitle(title: string): string | undefined {
  const match = /^(?:\(\d+\+?\)\s*)?(.+?)\s*\|\s*LinkedIn$/.exec(squeezed(title));
  return match?.[1];
}

function alike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 1 && long.toLowerCase().includes(short.toLowerCase());
}
