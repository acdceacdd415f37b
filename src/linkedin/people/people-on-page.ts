/**
 * The people a page shows, each once per card, with the place beside their name.
 */
import type { Alias } from "../../domain/person/person.ts";
import {
  aliasesGivenBy,
  aliasesInOneAddress,
  aliasesTogether,
  EVIDENCE,
  hoverTriggerAliases,
} from "./alias-evidence.ts";
import { cardTexts, type CardTexts } from "./card-texts.ts";
import { personCards, type PageCard } from "./cards.ts";
import { grouped } from "../page/grouped.ts";
import { languageOf, type PageLanguage } from "../languages/language.ts";
import { mutualConnections } from "./mutual.ts";
import { nameBeside } from "./name-beside.ts";
import { nameChoice, type InSentences } from "./name-choice.ts";
import { namePlace } from "./name-place.ts";
import { squeezed } from "../page/page-text.ts";
import type { PersonAnchor } from "./person-anchors.ts";
import type { PersonOnPage } from "./person-on-page.ts";
import { readOnce, type ReadOnce } from "./read-once.ts";
import { isMention, lineOfMention, siteMentions } from "./site-mentions.ts";
import { placesOfAnchors, type PlaceOfAnchor } from "./place-of-anchor.ts";
import { profileOnPage } from "./profile.ts";
import type { Surface } from "../address/surfaces.ts";
import type { Page } from "../address/urls.ts";
import { matching, wholeItem } from "../page/whole-items.ts";

export type { PersonOnPage } from "./person-on-page.ts";

export interface PeopleOptions {
  /** Also mutual connections, mentions, and the people a page suggests beside what it is about. */
  readonly showRails?: boolean;
  /** What was read of the page before, in the same go. */
  readonly once?: ReadOnce;
}

/** Every link to a person. */
const PERSON = 'a[href*="/in/"]';

/**
 * The people under a root: a document, a shadow root, or a subtree that was added or changed. For a subtree the card
 * it belongs to is read whole, so that one person of one card stays one in any order of additions.
 * Reads no layout.
 */
export function peopleOnPage(
  root: ParentNode,
  page: Page,
  options: PeopleOptions = {},
): readonly PersonOnPage[] {
  if (page.surface === "signed-out") return [];
  const elements = matching(wholeItem(root, PERSON), `${PERSON},${EVIDENCE}`);
  const placeOf = placesOfAnchors(page);
  const people = elements.filter((element) => element.matches(PERSON));
  const read: PageEvidence = {
    evidence: elements.filter((element) => element.matches(EVIDENCE)),
    places: grouped(people, placeOf),
    page,
    language: () => languageOf(root),
    once: options.once ?? readOnce(),
  };
  const found = [
    ...peopleIn("content", options.showRails === true ? "yes" : ofSurface(page.surface), read),
    ...peopleIn("messages", "no", read),
    ...(options.showRails === true ? peopleIn("beside", "yes", read) : []),
  ];
  const profile = profileOnPage(root, page);
  if (profile === undefined) return found;
  return [profile, ...found.filter(({ anchor }) => anchor !== profile.anchor)];
}

/** Invitations are sentences about people: "Alex Example wants to connect". */
function ofSurface(surface: Surface): InSentences {
  return surface === "invitations" ? "with-picture" : "no";
}

interface PageEvidence {
  readonly places: ReadonlyMap<PlaceOfAnchor, readonly Element[]>;
  readonly evidence: readonly Element[];
  readonly page: Page;
  readonly language: () => PageLanguage;
  readonly once: ReadOnce;
}

function peopleIn(
  place: PlaceOfAnchor,
  inSentences: InSentences,
  read: PageEvidence,
): readonly PersonOnPage[] {
  const anchorsIn = (where: PlaceOfAnchor): readonly PersonAnchor[] =>
    (read.places.get(where) ?? []).map(read.once.anchor).filter((anchor) => anchor !== undefined);
  const surface: Surface = place === "messages" ? "messaging" : read.page.surface;
  // Somebody mentioned in another's card is not who that card is about.
  const cards = personCards(anchorsIn(place), place === "beside" ? anchorsIn("content") : []);
  const evidence = evidenceOfCards(cards, read.evidence);
  const foreign = foreignMentions(cards, inSentences);
  return withoutContested(
    cards.flatMap((card) => {
      if (foreign.has(card)) return [];
      const beside = evidence.get(card.block) ?? [];
      return read.once.people(card, beside, `${surface} ${inSentences}`, () =>
        personOfCard(card, surface, inSentences, beside, read.language),
      );
    }),
  );
}

/** Cards of one link among words that another extension may have written beside the site's own mention of the same person. */
function foreignMentions(
  cards: readonly PageCard[],
  inSentences: InSentences,
): ReadonlySet<PageCard> {
  if (inSentences === "no") return new Set();
  const mentions = cards.flatMap((card) => {
    const [anchor, ...more] = card.anchors;
    if (anchor === undefined || more.length > 0 || !isMention(anchor)) return [];
    const name = nameChoice(card.anchors, inSentences, () => actLabels(card.block))?.name;
    return name === undefined ? [] : [{ card, anchor, name }];
  });
  const own = [...grouped(mentions, ({ anchor }) => lineOfMention(anchor.element)).values()]
    .flatMap((inLine) => [...grouped(inLine, ({ card }) => card.key).values()])
    .flatMap(siteMentions);
  return new Set(mentions.filter((mention) => !own.includes(mention)).map(({ card }) => card));
}

/** Evidence by the card it stands in: the innermost block around it that is one. */
function evidenceOfCards(
  cards: readonly PageCard[],
  evidence: readonly Element[],
): ReadonlyMap<Element | undefined, readonly Element[]> {
  const blocks = new Set(cards.map(({ block }) => block));
  return grouped(evidence, (element) => {
    let around: Element | null = element;
    while (around !== null && !blocks.has(around)) around = around.parentElement;
    return around ?? undefined;
  });
}

/** An id that two people of one page would share is neither's: it was the viewer's, or a link meant somebody else. */
function withoutContested(people: readonly PersonOnPage[]): readonly PersonOnPage[] {
  const slugs = new Map<Alias, string>();
  const contested = new Set<Alias>();
  for (const { aliases } of people) {
    const slug = aliases.filter((alias) => alias.startsWith("slug:")).join(" ");
    for (const alias of aliases) {
      if (slug === "" || alias.startsWith("slug:")) continue;
      if ((slugs.get(alias) ?? slug) !== slug) contested.add(alias);
      slugs.set(alias, slug);
    }
  }
  if (contested.size === 0) return people;
  return people.map(({ inOneAddress = [], ...person }) => {
    const isSure = (alias: Alias): boolean => !contested.has(alias);
    const together = inOneAddress.filter(isSure);
    return {
      ...person,
      aliases: person.aliases.filter(isSure),
      ...(together.length > 1 && { inOneAddress: together }),
    };
  });
}

function personOfCard(
  card: PageCard,
  surface: Surface,
  inSentences: InSentences,
  evidence: readonly Element[],
  language: () => PageLanguage,
): readonly PersonOnPage[] {
  const labels = (): readonly string[] => actLabels(card.block);
  const linked = nameChoice(card.anchors, inSentences, labels);
  // What nothing speaks for may be another extension's: a name that pictures speak for comes first.
  const beside =
    linked === undefined || linked.support === 0
      ? nameBeside(card.block, card.anchors, labels)
      : undefined;
  const choice = beside ?? linked;
  if (choice === undefined) return [];
  const { element, placement } = namePlace(choice.leaf.element);
  const aliases = aliasesOf(card, evidence);
  const mutual = mutualConnections(card.block, aliases, surface);
  const texts = beside?.inOtherLink === true ? {} : cardTexts(card.block, choice.leaf, language);
  return [
    {
      aliases,
      ...strongly(card, evidence, aliases),
      name: choice.name,
      ...textsOf(texts, surface),
      anchor: element,
      placement,
      size: "compact",
      surface,
      ...(mutual !== undefined && { mutual }),
      ...(beside === undefined && linked?.anchor.isReposter === true && { isReposter: true }),
    },
  ];
}

/** What the acts of a card are labelled with: "Invite Alex Example to connect". */
function actLabels(block: Element): readonly string[] {
  return [...block.querySelectorAll("[aria-label],a[title]")].map((act) =>
    squeezed(act.getAttribute("aria-label") ?? act.getAttribute("title") ?? ""),
  );
}

function textsOf({ headline, degree, connectedOn }: CardTexts, surface: Surface): CardTexts {
  // Beside a name in messages stands whether somebody is online, not what they do.
  if (surface === "messaging") return {};
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(degree === undefined ? {} : { degree }),
    // Cards elsewhere show other days.
    ...(connectedOn === undefined || surface !== "connections" ? {} : { connectedOn }),
  };
}

/** What one address of the card says by itself. */
function strongly(
  { anchors }: PageCard,
  evidence: readonly Element[],
  aliases: readonly Alias[],
): Pick<PersonOnPage, "inOneAddress"> {
  const inOneAddress = aliasesInOneAddress(
    [...anchors.map((anchor) => anchor.aliases), ...evidence.map(aliasesGivenBy)],
    aliases,
  );
  return inOneAddress.length === 0 ? {} : { inOneAddress };
}

function aliasesOf({ anchors }: PageCard, evidence: readonly Element[]): readonly Alias[] {
  const own = anchors.flatMap(({ aliases }) => aliases);
  const given = evidence.flatMap(aliasesGivenBy);
  return aliasesTogether(own, [
    ...given,
    ...anchors.flatMap(({ element }) => hoverTriggerAliases(element)),
  ]);
}
