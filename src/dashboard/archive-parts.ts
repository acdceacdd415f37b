/** A reading in parts, each small enough for one message to the background. */
import {
  type ImportPart,
  nameSubject,
  NOTHING_SAID,
  type SaidOfPerson,
  subjectOf,
  type WaitingFact,
} from "../domain/archive-import.ts";
import { packed } from "../domain/interaction-columns.ts";
import type { PersonSeen } from "../domain/sighting.ts";
import type { ArchiveReading, StatedPerson } from "../linkedin/archive/reading.ts";

/** At most so many people in a part, and about so many interactions: some hundred kilobytes, where messages end at 64 MB. */
const PEOPLE_IN_PART = 500;
const INTERACTIONS_IN_PART = 20_000;
const WAITING_IN_PART = 2000;

export interface ArchiveParts {
  readonly count: number;
  /** Parts are numbered from 0. */
  part(number: number): ImportPart;
}

/** Where each part of the people begins. */
function beginnings({ people }: ArchiveReading): readonly number[] {
  const starts: number[] = [];
  let interactions = 0;
  for (const [index, { interactionCount }] of people.entries()) {
    const isFull = index - (starts.at(-1) ?? 0) >= PEOPLE_IN_PART;
    if (index === 0 || isFull || interactions + interactionCount > INTERACTIONS_IN_PART) {
      starts.push(index);
      interactions = 0;
    }
    interactions += interactionCount;
  }
  return starts;
}

function waitingOf({ waiting, underOwnPosts, named }: ArchiveReading): readonly WaitingFact[] {
  const underPosts = [...waiting, ...underOwnPosts].map(({ post, comment, interaction }) => ({
    subject: subjectOf(post, interaction.kind === "reaction" ? comment : undefined),
    interaction,
  }));
  return [
    ...underPosts,
    ...named.map(({ name, interaction }) => ({ subject: nameSubject(name), interaction })),
  ];
}

/** Who a person is as far as this archive says: what the history knows besides is not its word. */
function saidOf(person: PersonSeen, stated: StatedPerson): Omit<SaidOfPerson, "career"> {
  const { aliases, name, names } = stated;
  if (aliases.length === 0)
    return { aliases: person.aliases, name: NOTHING_SAID.name, under: names.map(nameSubject) };
  return { aliases, name: name === undefined ? NOTHING_SAID.name : { value: name, at: person.at } };
}

/** The parts of a reading. Each is made when it is asked for, so that not all of them are in memory at once. */
export function archiveParts(reading: ArchiveReading): ArchiveParts {
  const starts = beginnings(reading);
  const waiting = waitingOf(reading);
  const placed = reading.placed.map(({ name, aliases, isTold }) => ({
    subject: nameSubject(name),
    aliases,
    ...(isTold && { told: true as const }),
  }));
  const waitingParts = Math.ceil(
    Math.max(waiting.length, placed.length, reading.ownPosts.length) / WAITING_IN_PART,
  );
  return {
    count: Math.max(starts.length, waitingParts),
    part(number) {
      const start = starts[number];
      const end = starts[number + 1] ?? reading.people.length;
      const theirs = start === undefined ? [] : reading.people.slice(start, end);
      const ofPart = [number * WAITING_IN_PART, (number + 1) * WAITING_IN_PART] as const;
      return {
        part: number,
        people: theirs.map(({ person, stated, career }, index) => ({
          ...saidOf(person, stated),
          career,
          interactions: packed(reading.interactionsOf((start ?? 0) + index)),
        })),
        waiting: waiting.slice(...ofPart),
        placed: placed.slice(...ofPart),
        own: reading.ownPosts.slice(...ofPart),
      };
    },
  };
}
