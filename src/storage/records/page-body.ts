/**
 * What pages say of a person, with what was seen now.
 */
import { DAY_MS } from "../../domain/time/day.ts";
import { interactionsOf, packed } from "../../domain/interactions/interaction-columns.ts";
import type { Interaction } from "../../domain/interactions/interaction.ts";
import type { CareerSighting, Dated } from "../../domain/person/person.ts";
import { unitedCareers } from "../../domain/person/person-union.ts";
import { keptSightings } from "../../domain/records/kept-sightings.ts";
import type { SaidOfPerson } from "../../domain/records/statement.ts";
import type { PersonSeen, Sighting } from "../../domain/interactions/sighting.ts";
import { takenBackKey } from "../../domain/interactions/taken-back.ts";
import { withVisit } from "../../domain/interactions/visits.ts";

/** The same name or work seen again within this time (ms) is no news, so that nothing has to be written. */
const AGAIN_MS = DAY_MS;

function withName(
  names: readonly Dated<string>[],
  { name, at }: PersonSeen,
): readonly Dated<string>[] {
  if (name === undefined || name === "") return names;
  const known = names.find(({ value }) => value === name);
  if (known !== undefined && (at <= known.at || at - known.at < AGAIN_MS) && isLatest(names, known))
    return names;
  const others = names.filter((one) => one !== known);
  return [...others, { value: name, at: Math.max(at, known?.at ?? at) }].sort(
    (a, b) => a.at - b.at || (a.value < b.value ? -1 : 1),
  );
}

const isLatest = (names: readonly Dated<string>[], one: Dated<string>): boolean =>
  names.every(({ at }) => at <= one.at);

function withWork(
  career: readonly CareerSighting[],
  { company, title, headline, at }: PersonSeen,
): readonly CareerSighting[] {
  if (company === undefined && title === undefined && headline === undefined) return career;
  const seen = {
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    ...(headline !== undefined && { headline }),
    at,
    until: at,
  };
  const united = unitedCareers(career, [seen]);
  const last = career.at(-1);
  const isAgain =
    united.length === career.length &&
    last !== undefined &&
    at >= last.at &&
    at - last.until < AGAIN_MS;
  return isAgain ? career : united;
}

/** What a page says, with the sightings added. The same object when that changes nothing. */
export function withSightings(body: SaidOfPerson, sightings: readonly Sighting[]): SaidOfPerson {
  const facts: Interaction[] = [];
  let { names = [], career = [], undone = [], visits = [], mutual = [] } = body;
  for (const sighting of sightings) {
    names = withName(names, sighting.person);
    career = withWork(career, sighting.person);
    if (sighting.what === "interaction" || sighting.what === "named")
      facts.push(sighting.interaction);
    if (sighting.what === "visit") visits = withVisit(visits, sighting.person.at);
    if (sighting.what === "takenBack")
      undone = [...new Set([...undone, takenBackKey(sighting)])].sort();
    if (sighting.person.mutual !== undefined)
      mutual = [{ ...sighting.person.mutual, at: sighting.person.at }];
  }
  const before = body.facts === undefined ? [] : interactionsOf(body.facts, ["page"]);
  const after = facts.length === 0 ? before : keptSightings([...before, ...facts]);
  const changed: SaidOfPerson = {
    ...(names.length > 0 && { names }),
    ...(career.length > 0 && { career }),
    ...(after.length > 0 && { facts: packed(after) }),
    ...(undone.length > 0 && { undone }),
    ...(visits.length > 0 && { visits }),
    ...(mutual.length > 0 && { mutual }),
  };
  return JSON.stringify(changed) === JSON.stringify(body) ? body : changed;
}
