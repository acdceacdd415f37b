/** The facts an archive states, each once, packed. */
import {
  DIRECTIONS,
  INTERACTION_KINDS,
  type Direction,
  type Interaction,
  type InteractionKind,
  type SourceId,
} from "../../domain/interaction.ts";
import { compareInteractions } from "../../domain/history.ts";
import { floatColumn, intColumn } from "./columns.ts";
import type { Interval } from "./interval.ts";

/** One interaction with a person known by number. `ref` is a number of the reading's texts, -1 for none. */
export interface Fact {
  readonly person: number;
  readonly kind: InteractionKind;
  readonly direction: Direction;
  readonly when: Interval;
  readonly ref: number;
  /** Recipients of a message; 0 or 1 in a conversation of two. */
  readonly groupSize: number;
  readonly withNote: boolean;
}

export interface Facts {
  readonly size: number;
  /** Takes a fact in; answers whether it was new. Of the same fact stated twice the larger group and the note count. */
  add(fact: Fact): boolean;
  /** Every fact with one person, earliest first. */
  of(person: number, source: SourceId, refText: (ref: number) => string): readonly Interaction[];
  /** How many facts each person has. */
  counts(people: number): Int32Array;
  /** Calls for every fact: what it is and when. */
  each(visit: (person: number, kind: InteractionKind, when: Interval) => void): void;
}

const NOTE = 1 << 30;
const EMPTY = -1;

/** Puts kind and direction in one small number. */
function formOf(kind: InteractionKind, direction: Direction): number {
  return INTERACTION_KINDS.indexOf(kind) * DIRECTIONS.length + DIRECTIONS.indexOf(direction);
}

function kindOf(form: number): InteractionKind {
  return INTERACTION_KINDS[Math.floor(form / DIRECTIONS.length)] ?? "other";
}

function directionOf(form: number): Direction {
  return DIRECTIONS[form % DIRECTIONS.length] ?? "both";
}

function hash(person: number, form: number, from: number, ref: number): number {
  let mixed = Math.imul(person + 1, 0x9e3779b1) ^ Math.imul(form + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ Math.floor(from / 1000), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ (ref + 1), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

export function facts(): Facts {
  const person = intColumn();
  const form = intColumn();
  const from = floatColumn();
  const to = floatColumn();
  const ref = intColumn();
  const extra = intColumn();
  let slots = new Int32Array(4096).fill(EMPTY);
  let ordered: Int32Array | undefined;
  let starts: Int32Array | undefined;

  const slotOf = (fact: Fact, itsForm: number): number => {
    const mask = slots.length - 1;
    let slot = hash(fact.person, itsForm, fact.when.from, fact.ref) & mask;
    for (;;) {
      const row = slots[slot] ?? EMPTY;
      if (row === EMPTY) return slot;
      const isSame =
        person.at(row) === fact.person &&
        form.at(row) === itsForm &&
        from.at(row) === fact.when.from &&
        to.at(row) === fact.when.to &&
        ref.at(row) === fact.ref;
      if (isSame) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let row = 0; row < person.length; row += 1) {
      let slot = hash(person.at(row), form.at(row), from.at(row), ref.at(row)) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
  };

  const counts = (people: number): Int32Array => {
    const result = new Int32Array(people);
    for (let row = 0; row < person.length; row += 1) {
      const one = person.at(row);
      result[one] = (result[one] ?? 0) + 1;
    }
    return result;
  };

  /** Row numbers by person, and where each person's begin. */
  const sort = (): void => {
    let highest = -1;
    for (let row = 0; row < person.length; row += 1) highest = Math.max(highest, person.at(row));
    const count = counts(highest + 1);
    const begin = new Int32Array(highest + 2);
    for (let one = 0; one <= highest; one += 1)
      begin[one + 1] = (begin[one] ?? 0) + (count[one] ?? 0);
    const next = begin.slice();
    const rows = new Int32Array(person.length);
    for (let row = 0; row < person.length; row += 1) {
      const one = person.at(row);
      rows[next[one] ?? 0] = row;
      next[one] = (next[one] ?? 0) + 1;
    }
    ordered = rows;
    starts = begin;
  };

  return {
    get size() {
      return person.length;
    },
    add(fact) {
      ordered = undefined;
      const itsForm = formOf(fact.kind, fact.direction);
      const slot = slotOf(fact, itsForm);
      const row = slots[slot] ?? EMPTY;
      const group = fact.groupSize > 1 ? Math.min(fact.groupSize, NOTE - 1) : 0;
      const note = fact.withNote ? NOTE : 0;
      if (row !== EMPTY) {
        const before = extra.at(row);
        extra.set(row, Math.max(before & ~NOTE, group) | (before & NOTE) | note);
        return false;
      }
      slots[slot] = person.length;
      person.push(fact.person);
      form.push(itsForm);
      from.push(fact.when.from);
      to.push(fact.when.to);
      ref.push(fact.ref);
      extra.push(group | note);
      if (person.length * 2 > slots.length) grow();
      return true;
    },
    of(one, source, refText) {
      if (ordered === undefined || starts === undefined) sort();
      const rows = (ordered ?? new Int32Array()).slice(starts?.[one] ?? 0, starts?.[one + 1] ?? 0);
      const interactions = Array.from(rows, (row): Interaction => {
        const group = extra.at(row) & ~NOTE;
        return {
          kind: kindOf(form.at(row)),
          direction: directionOf(form.at(row)),
          from: from.at(row),
          to: to.at(row),
          ...(ref.at(row) >= 0 && { ref: refText(ref.at(row)) }),
          ...(group > 1 && { groupSize: group }),
          ...((extra.at(row) & NOTE) !== 0 && { withNote: true as const }),
          sources: [source],
        };
      });
      return interactions.sort(compareInteractions);
    },
    counts,
    each(visit) {
      for (let row = 0; row < person.length; row += 1) {
        visit(person.at(row), kindOf(form.at(row)), { from: from.at(row), to: to.at(row) });
      }
    },
  };
}
