/**
 * Everything about one tie, for the card on a badge and in the popup.
 */
import { careerNews, type CareerNews } from "../career/career-news.ts";
import { circumstances } from "../tie/circumstances.ts";
import { shownCareer, shownName } from "../person/corrected.ts";
import type { Coverage } from "../tie/coverage.ts";
import { settled } from "../interactions/history.ts";
import { interactionsOf } from "../interactions/interaction-columns.ts";
import type { Interaction, SourceId } from "../interactions/interaction.ts";
import type { Alias, CareerSighting, Choices, PersonId } from "../person/person.ts";
import { choicesInForce } from "../person/ruled.ts";
import type { Introducer } from "./introducers.ts";
import type { PersonRecord } from "./person-record.ts";
import type { ProjectedPerson } from "../projection/person-of.ts";
import type { Question } from "../projection/question.ts";
import type { SharedCompany } from "../suggestions/circle.ts";
import { strengthReason, type StrengthReason } from "../suggestions/reasons.ts";
import type { KeptRule } from "../records/rule.ts";
import type { PersonStatement } from "../records/statement.ts";
import { tieAllDay } from "../suggestions/tie-of-day.ts";
import type { Tie } from "../tie/tie.ts";

/** What the card shows. */
export interface PersonCard {
  readonly id: PersonId;
  readonly name: string;
  /** The company, as shown. */
  readonly company?: string;
  /** The person has no address on the site: only archives name them. */
  readonly isByNameOnly?: true;
  readonly tie: Tie;
  readonly reason: StrengthReason;
  readonly news?: CareerNews;
  /** When the two became connected (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Newest first, at most as many as asked for. */
  readonly interactions: readonly Interaction[];
  /** How many there are in all. */
  readonly interactionCount: number;
  /** Moments (ms) the user looked at the profile, newest first, at most 20. */
  readonly visits: readonly number[];
  readonly coverage: Coverage;
}

/** One alias of a person, with what pages, archives and the user say of it. */
export interface AliasPart {
  readonly alias: Alias;
  /** The name that was shown with it last. */
  readonly name?: string;
  readonly interactions: number;
  /** When the first interaction began and the last one ended (ms); absent without any. */
  readonly from?: number;
  readonly to?: number;
}

/** What was shown of somebody's work, and who shows it: sorted, unique. */
export interface SourcedWork extends CareerSighting {
  readonly sources: readonly SourceId[];
}

/** What only our own pages show of a person: the user's words and choices, every alias, and what is not certain. */
export interface PersonDetails {
  /** The name that was seen last; the card shows the user's own where they corrected it. */
  readonly seenName: string;
  /** See `newestFirst`. */
  readonly aliases: readonly Alias[];
  readonly choices: Choices;
  /** The rules that hold for the person, because no choice comes before them. */
  readonly rules: readonly KeptRule[];
  /** As seen, oldest first. */
  readonly career: readonly CareerSighting[];
  /** The same with who shows it. */
  readonly work: readonly SourcedWork[];
  /** Companies and schools of both the user and the person, the latest first. */
  readonly shared: readonly SharedCompany[];
  /** Mutual connections as counted when last shown. */
  readonly mutual?: number;
  /** Keys of interactions that do not count, for `restoreInteraction`. */
  readonly removed: readonly string[];
  /** One for each alias, sorted. */
  readonly parts: readonly AliasPart[];
  /** Who could introduce the user, the closest tie first. */
  readonly introducers: readonly Introducer[];
  /** Questions that concern this person. */
  readonly questions: readonly Question[];
}

/** How many visits a card shows. */
const VISITS = 20;

/**
 * The card of a person at `now`.
 *
 * @param facts everything that was ever seen of this person
 * @param atMost how many interactions to show
 */
export function personCard(
  person: PersonRecord,
  {
    interactions: seen,
    removed,
    visits,
  }: Pick<ProjectedPerson, "interactions" | "removed" | "visits">,
  coverage: Coverage,
  atMost: number,
  now: number,
): PersonCard {
  const interactions = settled(seen, removed);
  const career = shownCareer(person);
  const news = careerNews(career);
  const company = career.findLast((seen) => seen.company !== undefined)?.company;
  const current = tieAllDay(person.summary, circumstances(choicesInForce(person), coverage), now);
  return {
    id: person.id,
    name: shownName(person),
    ...(company !== undefined && { company }),
    ...(person.aliases.length === 0 && { isByNameOnly: true as const }),
    tie: current,
    reason: strengthReason(current),
    ...(news && { news }),
    ...(person.summary.connected && { connected: person.summary.connected }),
    interactions: interactions.slice(-atMost).reverse(),
    interactionCount: interactions.length,
    visits: visits.slice(-VISITS).reverse(),
    coverage,
  };
}

/** A career with the sources of each part of it. */
export function sourcedWork(
  career: readonly CareerSighting[],
  statements: readonly PersonStatement[],
): readonly SourcedWork[] {
  return career.map((seen) => {
    const isSame = ({ company, title, headline }: CareerSighting): boolean =>
      company === seen.company && title === seen.title && headline === seen.headline;
    const sources = statements.flatMap(({ body, source }) =>
      body.career?.some(isSame) ? [source] : [],
    );
    return { ...seen, sources: [...new Set(sources)].sort() };
  });
}

/** What statements say of one alias. */
function aliasPart(alias: Alias, statements: readonly PersonStatement[]): AliasPart {
  const bodies = statements.filter(({ subject }) => subject === alias);
  const names = bodies
    .flatMap(({ body }) => body.names ?? [])
    .sort((a, b) => a.at - b.at || (a.value < b.value ? -1 : 1));
  const facts = settled(
    bodies.flatMap(({ body, source }) =>
      body.facts === undefined ? [] : interactionsOf(body.facts, [source]),
    ),
  );
  const name = names.at(-1)?.value;
  return {
    alias,
    ...(name !== undefined && { name }),
    interactions: facts.length,
    ...(facts.length > 0 && {
      from: facts.reduce((least, { from }) => Math.min(least, from), Infinity),
      to: facts.reduce((most, { to }) => Math.max(most, to), -Infinity),
    }),
  };
}

/** The parts of a person, in the order of the aliases. Statements about others are passed over. */
export const aliasParts = (
  aliases: readonly Alias[],
  statements: readonly PersonStatement[],
): readonly AliasPart[] => aliases.map((alias) => aliasPart(alias, statements));
