/**
 * Notes, reminders and sent messages: what the user wrote down stays until it is removed. A later clock decides nothing away: after two people became
 * one, or were one and apart and one again, what stands for any alias stands.
 */
import type { Note, ReminderDate } from "../person/person.ts";
import type { SentMessage } from "../person/sent-message.ts";
import { type ClockCorrection, compareCorrected, correctedMoment } from "../records/hybrid-time.ts";
import { noteFrom } from "../records/note-ids.ts";
import type { Register, SaidByHand } from "../records/statement.ts";
import type { PersonSubject } from "../records/subject.ts";
import { latestOfEach } from "./latest.ts";

/** What the user says of each alias or name, with the statements of all replicas. */
export type HandBySubject = ReadonlyMap<PersonSubject, readonly SaidByHand[]>;

/** A register that has a value, and what it is said of. */
interface StandingRegister<T> {
  readonly subject: PersonSubject;
  readonly value: T;
  readonly time: Register<T>["time"];
}

/** For each id what stands, latest first; nothing where it was removed. Of each subject the latest word counts. */
function standing<T>(
  hands: HandBySubject,
  registersOf: (said: SaidByHand) => Readonly<Record<string, Register<T>>> | undefined,
  corrections: readonly ClockCorrection[],
): ReadonlyMap<string, readonly StandingRegister<T>[]> {
  const found = new Map<string, StandingRegister<T>[]>();
  for (const [subject, said] of hands)
    for (const [id, { value, time }] of latestOfEach(said.map(registersOf), corrections)) {
      const known = found.get(id) ?? [];
      found.set(id, known);
      if (value !== undefined && value !== "") known.push({ subject, value, time });
    }
  for (const all of found.values())
    all.sort(
      (a, b) => compareCorrected(b.time, a.time, corrections) || (a.subject < b.subject ? -1 : 1),
    );
  return found;
}

const inOrder = <T extends Note | ReminderDate>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/**
 * The notes that stand, oldest first. Where a note was changed for one alias only, both texts are there, the earlier under an id of its
 * own (`noteFrom`).
 */
export function projectedNotes(
  hands: HandBySubject,
  corrections: readonly ClockCorrection[],
): readonly Note[] {
  const notes = new Map<string, Note>();
  const found = standing(hands, ({ notes: registers }) => registers, corrections);
  for (const [id, all] of found) {
    const texts = new Set<string>();
    for (const { subject, value: text, time } of all) {
      if (texts.has(text)) continue;
      const ownId = texts.size === 0 ? id : noteFrom(id, subject);
      const isStored = ownId !== id && found.has(ownId);
      texts.add(text);
      const at = correctedMoment(time[0], time[2], corrections);
      if (!isStored) notes.set(ownId, { id: ownId, text, at });
    }
  }
  return inOrder([...notes.values()]);
}

/** The reminders that stand, earliest first. */
export const projectedReminders = (
  hands: HandBySubject,
  corrections: readonly ClockCorrection[],
): readonly ReminderDate[] =>
  inOrder(
    [...standing(hands, ({ reminders }) => reminders, corrections)].flatMap(([id, [latest]]) =>
      latest === undefined
        ? []
        : [
            {
              id,
              at: latest.value,
              setAt: correctedMoment(latest.time[0], latest.time[2], corrections),
            },
          ],
    ),
  );

/** The messages that were sent because of a suggestion, oldest first, at the moments that corrected clocks say. The latest word on each holds. */
export const projectedSent = (
  hands: HandBySubject,
  corrections: readonly ClockCorrection[],
): readonly SentMessage[] =>
  [
    ...latestOfEach(
      [...hands.values()].flat().map(({ sent }) => sent),
      corrections,
    ),
  ]
    .flatMap(([id, { value, time }]) =>
      value === undefined
        ? []
        : [{ id, ...value, at: correctedMoment(value.at, time[2], corrections) }],
    )
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ at, why }) => ({ at, why }));
