/**
 * The two people that somebody made of several leaves is taken apart into.
 */
import { interactionKey, type Interaction } from "../domain/interaction.ts";
import { type Leaf, linkId, type MergeLink, sidesOf } from "../domain/merge.ts";
import type { CareerSighting, Choices, PersonId } from "../domain/person.ts";
import { unitedAliases, unitedCareers, unitedChoices } from "../domain/person-union.ts";
import { unitedVisits } from "../domain/visits.ts";
import { union } from "../domain/history.ts";
import type { KnownPerson } from "./known-person.ts";
import { leafAlone, united } from "./merged.ts";

/** Facts as the whole knows them now: what was taken back since (an import undone) is not brought back. */
function stillKnown(
  facts: readonly Interaction[],
  whole: readonly Interaction[],
): readonly Interaction[] {
  const now = new Map(whole.map((fact) => [interactionKey(fact), fact.sources]));
  return facts.flatMap((fact) => {
    const left = now.get(interactionKey(fact));
    const sources = fact.sources.filter((source) => left?.includes(source));
    return sources.length === 0 ? [] : [{ ...fact, sources }];
  });
}

const careerText = ({ company, title, headline }: CareerSighting): string =>
  JSON.stringify([company, title, headline]);

/** One side alone, with everything its leaves have. */
function side(
  whole: KnownPerson,
  leaves: readonly Leaf[],
  links: readonly MergeLink[],
  id: PersonId,
): KnownPerson {
  const all = leaves.map(leafAlone).reduce((a, b) => united(a, b));
  const { merged: _merged, ...alone } = all;
  const aliases = all.person.aliases.filter((alias) => whole.person.aliases.includes(alias));
  const rest: KnownPerson = {
    ...alone,
    person: { ...all.person, id, aliases: aliases.length === 0 ? all.person.aliases : aliases },
    interactions: stillKnown(all.interactions, whole.interactions),
    deleted: whole.deleted,
  };
  return leaves.length === 1 ? rest : { ...rest, merged: { leaves, links } };
}

/** Choices made since the merge: those of the whole that no leaf has. */
function since(whole: Choices, leaves: readonly Leaf[]): Choices {
  const before: Readonly<Record<string, unknown>> = {
    ...leaves.map(({ person }) => person.choices).reduce(unitedChoices),
  };
  const made = Object.entries(whole).filter(
    ([key, choice]) => JSON.stringify(choice) !== JSON.stringify(before[key]),
  );
  return Object.fromEntries(made);
}

/** The one that keeps the id, with everything of the whole that neither side had: it came without an alias to go by. */
function withTheRest(kept: KnownPerson, apart: KnownPerson, whole: KnownPerson): KnownPerson {
  const keys = new Set([...kept.interactions, ...apart.interactions].map(interactionKey));
  const looked = new Set([...kept.visits, ...apart.visits]);
  const jobs = new Set([...kept.person.career, ...apart.person.career].map(careerText));
  return {
    ...kept,
    person: {
      ...kept.person,
      aliases: unitedAliases(
        kept.person.aliases,
        whole.person.aliases.filter((alias) => !apart.person.aliases.includes(alias)),
      ),
      career: unitedCareers(
        kept.person.career,
        whole.person.career.filter((one) => !jobs.has(careerText(one))),
      ),
    },
    interactions: union(
      kept.interactions,
      whole.interactions.filter((fact) => !keys.has(interactionKey(fact))),
    ),
    visits: unitedVisits(
      kept.visits,
      whole.visits.filter((at) => !looked.has(at)),
    ),
  };
}

/**
 * Somebody without the given link: the one that keeps the id, and the other; `undefined` when there is no such link.
 *
 * Interactions, visits, names and jobs go where they were seen. A choice made since the merge stays with the one that keeps the id;
 * "never track" made since counts for both.
 */
export function takenApart(
  whole: KnownPerson,
  link: string,
): { readonly kept: KnownPerson; readonly apart: KnownPerson } | undefined {
  const { merged, person } = whole;
  const sides = merged && sidesOf(merged, link);
  if (merged === undefined || sides === undefined) return undefined;
  const [theirs, others] = sides[0].has(person.id) ? sides : [sides[1], sides[0]];
  const links = merged.links.filter((one) => linkId(one) !== link);
  const part = (ids: ReadonlySet<PersonId>, id: PersonId): KnownPerson =>
    side(
      whole,
      merged.leaves.filter((leaf) => ids.has(leaf.person.id)),
      links.filter(({ one }) => ids.has(one)),
      id,
    );
  const apartId = [...others].sort()[0];
  if (apartId === undefined) return undefined;
  const kept = part(theirs, person.id);
  const apart = part(others, apartId);
  const made = since(person.choices, merged.leaves);
  const toBoth: Choices = made.neverTrack ? { neverTrack: made.neverTrack } : {};
  const choosing = (one: KnownPerson, choices: Choices): KnownPerson => ({
    ...one,
    person: { ...one.person, choices: unitedChoices(one.person.choices, choices) },
  });
  return {
    kept: choosing(withTheRest(kept, apart, whole), made),
    apart: choosing(apart, toBoth),
  };
}
