/**
 * One person, out of everything that is said of the aliases and names that are theirs.
 */
import { union } from "../interactions/history.ts";
import { interactionsOf, type PackedInteractions } from "../interactions/interaction-columns.ts";
import type { Interaction, SourceId } from "../interactions/interaction.ts";
import type { Alias, CareerSighting, Choices, Dated } from "../person/person.ts";
import type { SentMessage } from "../person/sent-message.ts";
import { later, unitedCareers } from "../person/person-union.ts";
import { type ClockCorrection, correctedMoment } from "../records/hybrid-time.ts";
import type { MutualSighting, PersonStatement } from "../records/statement.ts";
import type { NameSubject, PersonSubject } from "../records/subject.ts";
import { unitedVisits } from "../interactions/visits.ts";
import { projectedChoices } from "./choices.ts";
import { projectedSent } from "./standing.ts";
import { latestOfEach } from "./latest.ts";

/** A person as computed. */
export interface ProjectedPerson {
  /** See `PersonRecord.subject`. */
  readonly subject: PersonSubject;
  /** Sorted, unique; empty for a person who is known by name only. */
  readonly aliases: readonly Alias[];
  /** See `Person.newest`. */
  readonly newest?: readonly Alias[];
  /** Names of archives that are this person and nobody else; sorted. */
  readonly names: readonly NameSubject[];
  readonly name: Dated<string>;
  readonly career: readonly CareerSighting[];
  readonly choices: Choices;
  /** Everything that was said to have happened, before it is settled; in the order of `compareInteractions`. */
  readonly interactions: readonly Interaction[];
  /** Keys of what the user removed and of what was undone on a page; sorted. */
  readonly removed: readonly string[];
  /** ms, oldest first. */
  readonly visits: readonly number[];
  /** Messages to the person that were sent because of a suggestion, oldest first; absent without any. */
  readonly sent?: readonly SentMessage[];
  /** The latest sighting of mutual connections. */
  readonly mutual?: MutualSighting;
}

const NO_NAME: Dated<string> = { value: "", at: 0 };

/** What a statement about a person or a post says happened. */
interface SaysFacts {
  readonly source: SourceId;
  readonly body: { readonly facts?: PackedInteractions };
}

/** The facts of a statement. */
export const factsOf = ({ body, source }: SaysFacts): readonly Interaction[] =>
  body.facts === undefined ? [] : interactionsOf(body.facts, [source]);

/** The facts of some statements. */
export const factsOfAll = (statements: readonly SaysFacts[]): readonly Interaction[] =>
  statements.map(factsOf).reduce(union, []);

/** The moments of a statement as the clock of its replica is corrected. Only what the clock noted is corrected, not what ids tell. */
function corrected(
  statement: PersonStatement,
  corrections: readonly ClockCorrection[],
): PersonStatement["body"] {
  const { body, replica, source } = statement;
  if (source.startsWith("archive:") || !corrections.some((one) => one.replica === replica))
    return body;
  const moment = (at: number): number => correctedMoment(at, replica, corrections);
  return {
    ...body,
    ...(body.names && { names: body.names.map((one) => ({ ...one, at: moment(one.at) })) }),
    ...(body.career && {
      career: body.career.map((one) => ({ ...one, at: moment(one.at), until: moment(one.until) })),
    }),
    ...(body.visits && { visits: body.visits.map(moment) }),
    ...(body.mutual && { mutual: body.mutual.map((one) => ({ ...one, at: moment(one.at) })) }),
  };
}

/** The later of two sightings; of the same moment the one that sorts last as JSON. */
function laterMutual(a: MutualSighting | undefined, b: MutualSighting): MutualSighting {
  if (a === undefined || a.at < b.at) return b;
  return a.at > b.at || JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** Keys of what the user removed and of what was undone on a page; sorted. */
export function removedOf(
  statements: readonly PersonStatement[],
  corrections: readonly ClockCorrection[],
): readonly string[] {
  const removed = new Set(statements.flatMap(({ body }) => body.undone ?? []));
  const byHand = statements.map(({ body }) => body.removed);
  for (const [key, { value }] of latestOfEach(byHand, corrections)) if (value) removed.add(key);
  return [...removed].sort();
}

/** What belongs to one person. */
export interface PersonParts {
  readonly subject: PersonSubject;
  readonly aliases: readonly Alias[];
  /** See `ProjectedPerson.names`; none where it is absent. */
  readonly names?: readonly NameSubject[];
  /** Statements about the aliases, and about names that are this person. */
  readonly statements: readonly PersonStatement[];
  /** Facts that came to the person otherwise: of names, and of posts. */
  readonly facts: readonly Interaction[];
  /** What a page called the author of a post, where nothing else names the person. */
  readonly seenName?: Dated<string>;
}

/** When a statement last shows its subject (ms); never where it only says what happened. */
const lastShown = ({
  names = [],
  career = [],
  visits = [],
  mutual = [],
}: PersonStatement["body"]) =>
  [
    ...names.map(({ at }) => at),
    ...career.map(({ until }) => until),
    ...visits,
    ...mutual.map(({ at }) => at),
  ].reduce((last, at) => Math.max(last, at), -Infinity);

/** Of several addresses, and of several member ids, the one that was shown last, where it is not the first. */
function newestOf(
  aliases: readonly Alias[],
  shownAt: ReadonlyMap<PersonSubject, number>,
): readonly Alias[] {
  const at = (alias: Alias): number => shownAt.get(alias) ?? -Infinity;
  return ["slug:", "member:"].flatMap((kind) => {
    const [first, ...others] = aliases.filter((one) => one.startsWith(kind));
    if (first === undefined) return [];
    const newest = others.reduce((best, one) => (at(one) > at(best) ? one : best), first);
    return newest === first ? [] : [newest];
  });
}

/** Unites what is said. The order of the statements does not matter. */
export function personOf(
  { subject, aliases, names = [], statements, facts, seenName }: PersonParts,
  corrections: readonly ClockCorrection[],
): ProjectedPerson {
  let name: Dated<string> | undefined;
  let career: readonly CareerSighting[] = [];
  let interactions: readonly Interaction[] = facts;
  let visits: readonly number[] = [];
  let mutual: MutualSighting | undefined;
  const hands = new Map<PersonSubject, PersonStatement["body"][]>();
  const shownAt = new Map<PersonSubject, number>();
  for (const statement of statements) {
    const body = corrected(statement, corrections);
    const { subject: of } = statement;
    if (aliases.length > 1)
      shownAt.set(of, Math.max(shownAt.get(of) ?? -Infinity, lastShown(body)));
    name = (body.names ?? []).reduce(later<string>, name);
    if (body.career) career = unitedCareers(career, body.career);
    if (body.facts) interactions = union(interactions, factsOf(statement));
    if (body.visits) visits = unitedVisits(visits, body.visits);
    for (const seen of body.mutual ?? []) mutual = laterMutual(mutual, seen);
    if (statement.source !== "hand") continue;
    const said = hands.get(statement.subject);
    if (said === undefined) hands.set(statement.subject, [body]);
    else said.push(body);
  }
  const newest = newestOf(aliases, shownAt);
  const sent = projectedSent(hands, corrections);
  return {
    subject,
    aliases,
    ...(newest.length > 0 && { newest }),
    names: names.toSorted(),
    name: name ?? seenName ?? NO_NAME,
    career,
    choices: projectedChoices(hands, corrections),
    interactions,
    removed: removedOf(statements, corrections),
    visits,
    ...(sent.length > 0 && { sent }),
    ...(mutual && { mutual }),
  };
}
