/**
 * When an invitation is accepted, its note appears among the messages, dated at the acceptance (matched 88 of 88 times). It was
 * counted with the invitation; as a message it would make a conversation out of nothing.
 */
import type { Interval } from "../dates/interval.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface Invitation {
  readonly person: number;
  readonly direction: "in" | "out";
  readonly note: number;
  readonly when: Interval;
}

/** A message with the text of an invitation's note. */
export interface NoteLike {
  readonly person: number;
  readonly direction: "in" | "out";
  readonly note: number;
  readonly when: Interval;
  readonly ref: number;
}

function keyOf({
  person,
  direction,
  note,
}: Pick<NoteLike, "person" | "direction" | "note">): string {
  return `${person}|${direction}|${note}`;
}

function isBefore(a: NoteLike, b: NoteLike): boolean {
  return a.when.from < b.when.from || (a.when.from === b.when.from && a.ref < b.ref);
}

export interface ReturnedNotes {
  invited(invitation: Invitation): void;
  connected(person: number, when: Interval): void;
  /** Whether somebody was a connection at a moment (ms). */
  isConnected(person: number, at: number): boolean;
  /** Of messages with the text of a note, those that are the note itself: the first that fits its acceptance, and copies of it. */
  among<T extends NoteLike>(messages: readonly T[]): ReadonlySet<T>;
}

export function returnedNotes(): ReturnedNotes {
  const invitations = new Map<string, Interval[]>();
  const connections = new Map<number, Interval[]>();

  const isAtAcceptance = ({ person, when }: NoteLike, sent: Interval): boolean => {
    if (when.to < sent.from - HOUR_MS) return false;
    const days = connections.get(person);
    // Without a date of connection the same words after the invitation must do.
    if (days === undefined) return true;
    return days.some(({ from, to }) => when.to >= from - DAY_MS && when.from <= to + DAY_MS);
  };

  return {
    invited(invitation) {
      const key = keyOf(invitation);
      invitations.set(key, [...(invitations.get(key) ?? []), invitation.when]);
    },
    connected(person, when) {
      connections.set(person, [...(connections.get(person) ?? []), when]);
    },
    isConnected: (person, at) => connections.get(person)?.some(({ from }) => from <= at) ?? false,
    among<T extends NoteLike>(messages: readonly T[]) {
      const found = new Set<T>();
      const byKey = new Map<string, T[]>();
      for (const message of messages) {
        byKey.set(keyOf(message), [...(byKey.get(keyOf(message)) ?? []), message]);
      }
      for (const [key, same] of byKey) {
        for (const sent of invitations.get(key) ?? []) {
          const fitting = same.filter((message) => isAtAcceptance(message, sent));
          const first = fitting.reduce<T | undefined>(
            (best, one) => (best === undefined || isBefore(one, best) ? one : best),
            undefined,
          );
          if (first === undefined) continue;
          const isCopy = (one: T): boolean =>
            one.when.from === first.when.from && one.ref === first.ref;
          for (const one of fitting) if (isCopy(one)) found.add(one);
        }
      }
      return found;
    },
  };
}
