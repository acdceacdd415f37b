/** Law 6 of the design on the pure set of records: what is forgotten stays forgotten. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { project } from "../../../src/domain/projection/project.ts";
import { registersInForce } from "../../../src/domain/projection/registers-in-force.ts";
import { forgotten } from "../../../src/domain/records/acts/forgotten.ts";
import {
  type Admitted,
  admittedRecords,
  askedWord,
  type KnownOfErased,
  wordsLike,
} from "../../../src/domain/records/admitted.ts";
import { NO_RECORDS, type Records, unitedRecords } from "../../../src/domain/records/record-set.ts";
import { pair, registerKey } from "../../../src/domain/records/register.ts";
import type { PersonSubject } from "../../../src/domain/records/subject.ts";
import {
  ALIASES,
  type AnyRecord,
  handleOf,
  NAME,
  onePerVersion,
  RUNS,
  someRecords,
} from "../projection/arbitrary-records.ts";
import { act, hand, link, message, onDay, page, post, records, word } from "../projection/said.ts";

const united = (all: readonly AnyRecord[]): Records =>
  all.map((one) => records(one)).reduce(unitedRecords, NO_RECORDS);

const markOf = (subject: PersonSubject): string => `mark${[...ALIASES, NAME].indexOf(subject)}`;
const hashesOf = (subject: PersonSubject) => ({
  mark: markOf(subject),
  handle: handleOf(subject),
});

const erasedIn = ({ registers }: Records): ((subject: PersonSubject) => boolean) => {
  const { erased } = registersInForce(registers);
  return (subject) => erased.has(markOf(subject));
};

/** What has to be known of a store before something is added. */
function knownOf(store: Records): KnownOfErased {
  const isErased = erasedIn(store);
  const said = new Set<string>([
    ...store.statements.map(({ subject }) => subject),
    ...store.links.flatMap(({ a, b }) => [a, b]),
  ]);
  return {
    erasedAs: (subject) => (isErased(subject) ? markOf(subject) : undefined),
    isKnown: (alias) => said.has(alias),
    isDifferent: (alias, mark) => {
      const key = registerKey(pair(alias, `erased:${mark}`, "different"));
      return store.registers.some(
        ({ word: one }) =>
          registerKey(one) === key && one.kind === "pair" && one.value === "different",
      );
    },
  };
}

/** Adds what is admitted, as the store does. */
function added(store: Records, incoming: Records, at: number): Records {
  const { stored, erasedToo, asked }: Admitted<Records> = admittedRecords(incoming, knownOf(store));
  const said = new Set(store.registers.map((one) => registerKey(one.word)));
  const gone = erasedToo.map(({ alias }) => alias);
  const left = forgotten(store, gone, hashesOf, onDay(at));
  const words = [
    ...erasedToo.flatMap((one) => wordsLike(left.registers, one, markOf(one.alias))),
    ...asked.map(askedWord).filter((one) => !said.has(registerKey(one))),
  ];
  return [left, stored, records(...act(words, at))].reduce(unitedRecords);
}

/** Forgets one of the people, where there is one. */
function withoutOne(store: Records, nth: number): readonly [Records, readonly PersonSubject[]] {
  const { people } = project(store);
  const { aliases = [], names = [] } = people[nth % people.length] ?? {};
  const subjects: readonly PersonSubject[] = [...aliases, ...names];
  return [forgotten(store, subjects, hashesOf, onDay(100)), subjects];
}

/** Every subject that the records name anywhere, in a key, a list or a text. Who the owner is, an archive may say at any time. */
const namedIn = (all: Records): readonly PersonSubject[] => {
  const text = JSON.stringify(all, (key, value: unknown) => (key === "owner" ? undefined : value));
  return [...ALIASES, NAME].filter((subject) => text.includes(subject));
};

test("6: after forgetting no record holds an alias, a name or a word of the person, nor a row of a week", () => {
  fc.assert(
    fc.property(someRecords, fc.nat(), (all, nth) => {
      const [left, subjects] = withoutOne(united(all), nth);
      const named = namedIn(left);
      const text = JSON.stringify(left);
      for (const subject of subjects) {
        expect(named).not.toContain(subject);
        expect(text).not.toContain(`"${handleOf(subject)}"`);
      }
    }),
    RUNS,
  );
});

test("6: no later add that shows an erased alias brings anything of it back", () => {
  const later = fc.array(someRecords, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(someRecords, fc.nat(), later, (all, nth, batches) => {
      const [left, subjects] = withoutOne(united(all), nth);
      let store = left;
      for (const [place, batch] of batches.entries()) {
        store = added(store, united(onePerVersion(batch)), 101 + place);
        const isErased = erasedIn(store);
        const named = namedIn(store);
        expect(subjects.filter((subject) => !isErased(subject))).toEqual([]);
        // Aliases that were erased because they were shown with an erased one are not stored either.
        expect(named.filter(isErased)).toEqual([]);
        const { people } = project(store, isErased);
        const shown = people.flatMap(({ aliases, names }) => [...aliases, ...names]);
        expect(shown.filter((one) => subjects.includes(one))).toEqual([]);
      }
    }),
    RUNS,
  );
});

test("nothing is deleted of those who have a history, whatever is shown with an erased alias", () => {
  fc.assert(
    fc.property(someRecords, fc.nat(), someRecords, (all, nth, batch) => {
      const [left] = withoutOne(united(all), nth);
      const store = added(left, united(onePerVersion(batch)), 101);
      const { erased } = registersInForce(store.registers);
      const before = new Set<string>(left.statements.map(({ subject }) => subject));
      const known = ALIASES.filter((alias) => before.has(alias));
      expect(known.filter((alias) => erased.has(markOf(alias)))).toEqual([]);
    }),
    RUNS,
  );
});

test("that two are different stays, with the mark in place of the alias, and nothing else about the pair does", () => {
  const store = records(
    page("slug:one", { facts: [message(1)] }),
    page("slug:two", { facts: [message(2)], mutual: [{ at: 1, named: ["slug:one"] }] }),
    hand("slug:two", { tags: { t: { value: true, time: onDay(1) } } }),
    post("post:p1", "page", {
      authors: [
        { alias: "slug:one", days: [1] },
        { alias: "slug:two", days: [2] },
      ],
    }),
    link("slug:one", "slug:two"),
    word(pair("slug:one", "slug:two", "different")),
    word(pair("slug:one", "number:5", "same")),
    word({ kind: "named", name: NAME, value: "slug:one" }),
    word({ kind: "author", post: "post:p1", value: "slug:one" }),
  );
  expect(forgotten(store, ["slug:one"], hashesOf, onDay(9))).toEqual(
    records(
      page("slug:two", { facts: [message(2)], mutual: [{ at: 1, named: [] }] }),
      hand("slug:two", { tags: { t: { value: true, time: onDay(1) } } }),
      post("post:p1", "page", { authors: [{ alias: "slug:two", days: [2] }] }),
      word(pair("slug:two", "erased:mark0", "different")),
      word({ kind: "erased", mark: "mark0", value: true }, 9),
    ),
  );
});
