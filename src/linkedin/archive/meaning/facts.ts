/** The facts an archive states, each once, packed. */
import {
  DIRECTIONS,
  INTERACTION_KINDS,
  type Direction,
  type InteractionKind,
} from "../../../domain/interactions/interaction.ts";
import type { Fact as StatedFact } from "../../../domain/interactions/interaction-columns.ts";
import { compareInteractions } from "../../../domain/interactions/history.ts";
import { columns } from "../gathered/columns.ts";
import type { Interval } from "../dates/interval.ts";

/** One interaction with a person, or with the person of a name, by number. `ref` is a number of the reading's texts, -1 for none. */
export interface ArchiveFact {
  readonly person: number;
  readonly kind: InteractionKind;
  readonly direction: Direction;
  readonly when: Interval;
  readonly ref: number;
  /** Recipients of a message; 0 or 1 in a conversation of two. */
  readonly groupSize: number;
  readonly withNote: boolean;
  /** The row has a name only, and this person alone bears it, as far as is known now. */
  readonly byName?: boolean;
}

export interface Facts {
  readonly size: number;
  /** Takes a fact in; answers whether it was new. Of the same fact stated twice the larger group, the note and the address count. */
  add(fact: ArchiveFact): boolean;
  /** Every fact with one person that does not rest on a name alone, in the order of `compareInteractions`. */
  of(person: number, refText: (ref: number) => string): readonly StatedFact[];
  /** The numbers of those who have such facts. */
  people(): readonly number[];
  /** How many such facts there are. */
  count(): number;
  /** Calls for every fact. */
  each(visit: (when: Interval) => void): void;
}

const NOTE = 1 << 30;
const BY_NAME = 1 << 29;
const EMPTY = -1;

/** Puts kind and direction in one small number. */
function codeOf(kind: InteractionKind, direction: Direction): number {
  return INTERACTION_KINDS.indexOf(kind) * DIRECTIONS.length + DIRECTIONS.indexOf(direction);
}

function kindOf(code: number): InteractionKind {
  return INTERACTION_KINDS[Math.floor(code / DIRECTIONS.length)] ?? "other";
}

function directionOf(code: number): Direction {
  return DIRECTIONS[code % DIRECTIONS.length] ?? "both";
}

interface ByPerson {
  /** Row numbers, those of one person together. */
  readonly rows: Int32Array;
  /** Where each person's begin. */
  readonly starts: Int32Array;
}

function byPerson(person: Int32Array): ByPerson {
  const highest = person.reduce((most, one) => Math.max(most, one), -1);
  const starts = new Int32Array(highest + 2);
  for (const one of person) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let one = 0; one <= highest; one += 1) {
    starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  }
  const next = starts.slice();
  const rows = new Int32Array(person.length);
  for (const [row, one] of person.entries()) {
    const place = next[one] ?? 0;
    rows[place] = row;
    next[one] = place + 1;
  }
  return { rows, starts };
}

function hash(person: number, code: number, from: number, ref: number): number {
  let mixed = Math.imul(person + 1, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ Math.floor(from / 1000), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ (ref + 1), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** An empty set of facts. */
export function facts(): Facts {
  const table = columns((capacity) => ({
    person: new Int32Array(capacity),
    code: new Int32Array(capacity),
    from: new Float64Array(capacity),
    to: new Float64Array(capacity),
    ref: new Int32Array(capacity),
    extra: new Int32Array(capacity),
  }));
  let slots = new Int32Array(4096).fill(EMPTY);
  let sorted: ByPerson | undefined;

  const slotOf = (fact: ArchiveFact, itsCode: number): number => {
    const { person, code, from, to, ref } = table.arrays;
    const mask = slots.length - 1;
    let slot = hash(fact.person, itsCode, fact.when.from, fact.ref) & mask;
    for (;;) {
      const row = slots[slot] ?? EMPTY;
      if (row === EMPTY) return slot;
      const isSame =
        person[row] === fact.person &&
        code[row] === itsCode &&
        from[row] === fact.when.from &&
        to[row] === fact.when.to &&
        ref[row] === fact.ref;
      if (isSame) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const grow = (): void => {
    const { person, code, from, ref } = table.arrays;
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let row = 0; row < table.length; row += 1) {
      let slot = hash(person[row] ?? 0, code[row] ?? 0, from[row] ?? 0, ref[row] ?? 0) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
  };

  const isByName = (row: number): boolean => ((table.arrays.extra[row] ?? 0) & BY_NAME) !== 0;

  const stated = (row: number, refText: (ref: number) => string): StatedFact => {
    const { code, from, to, ref, extra } = table.arrays;
    const itsCode = code[row] ?? 0;
    const itsExtra = extra[row] ?? 0;
    const itsRef = ref[row] ?? -1;
    const groupSize = itsExtra & ~(NOTE | BY_NAME);
    return {
      kind: kindOf(itsCode),
      direction: directionOf(itsCode),
      from: from[row] ?? 0,
      to: to[row] ?? 0,
      ...(itsRef >= 0 && { ref: refText(itsRef) }),
      ...(groupSize > 1 && { groupSize }),
      ...((itsExtra & NOTE) !== 0 && { withNote: true as const }),
    };
  };

  return {
    get size() {
      return table.length;
    },
    add(fact) {
      sorted = undefined;
      const itsCode = codeOf(fact.kind, fact.direction);
      const slot = slotOf(fact, itsCode);
      const known = slots[slot] ?? EMPTY;
      const group = fact.groupSize > 1 ? Math.min(fact.groupSize, BY_NAME - 1) : 0;
      const note = fact.withNote ? NOTE : 0;
      const named = fact.byName ? BY_NAME : 0;
      if (known !== EMPTY) {
        const { extra } = table.arrays;
        const before = extra[known] ?? 0;
        extra[known] =
          Math.max(before & ~(NOTE | BY_NAME), group) | (before & NOTE) | note | (before & named);
        return false;
      }
      const row = table.append();
      const { arrays } = table;
      slots[slot] = row;
      arrays.person[row] = fact.person;
      arrays.code[row] = itsCode;
      arrays.from[row] = fact.when.from;
      arrays.to[row] = fact.when.to;
      arrays.ref[row] = fact.ref;
      arrays.extra[row] = group | note | named;
      if (table.length * 2 > slots.length) grow();
      return true;
    },
    of(person, refText) {
      sorted ??= byPerson(table.arrays.person.subarray(0, table.length));
      const rows = sorted.rows.subarray(sorted.starts[person] ?? 0, sorted.starts[person + 1] ?? 0);
      return Array.from(rows)
        .filter((row) => !isByName(row))
        .map((row) => stated(row, refText))
        .sort(compareInteractions);
    },
    people() {
      const { person } = table.arrays;
      const found = new Set<number>();
      for (let row = 0; row < table.length; row += 1)
        if (!isByName(row)) found.add(person[row] ?? 0);
      return [...found];
    },
    count() {
      let sum = 0;
      for (let row = 0; row < table.length; row += 1) if (!isByName(row)) sum += 1;
      return sum;
    },
    each(visit) {
      const { from, to } = table.arrays;
      for (let row = 0; row < table.length; row += 1)
        visit({ from: from[row] ?? 0, to: to[row] ?? 0 });
    },
  };
}
