/** The laws of the projection, on small histories of every shape. Their numbers are those of the design. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SourceId } from "../../../src/domain/interactions/interaction.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import { project } from "../../../src/domain/projection/project.ts";
import { registersInForce } from "../../../src/domain/projection/registers-in-force.ts";
import { mergeWords, undoMergeWords } from "../../../src/domain/records/acts/merge-words.ts";
import { splitWords } from "../../../src/domain/records/acts/split-words.ts";
import { NO_RECORDS, type Records, unitedRecords } from "../../../src/domain/records/record-set.ts";
import type { RegisterWord } from "../../../src/domain/records/register.ts";
import {
  aPersonStatement,
  type AnyRecord,
  NAME,
  onePerVersion,
  RUNS,
  saidRecords,
  someRecords,
} from "./arbitrary-records.ts";
import { act, connected, page, records, word } from "./said.ts";

/** As the store keeps them: of each record the highest version. */
const united = (all: readonly AnyRecord[]): Records =>
  all.map((one) => records(one)).reduce(unitedRecords, NO_RECORDS);

const isFrom = (one: AnyRecord, source: SourceId): boolean =>
  "source" in one && one.source === source;

/** After everything that the histories hold. */
const LATER = 100;

test("1: people depend on the set of records only, not on their order, on repetition, or on how they were divided", () => {
  const divided = someRecords.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      fc.array(fc.boolean(), { minLength: all.length * 2, maxLength: all.length * 2 }),
    ),
  );
  fc.assert(
    fc.property(divided, ([all, shuffled, sides]) => {
      const whole = project(united(all));
      expect(project(united(shuffled))).toStrictEqual(whole);
      const parts = [true, false].map((side) =>
        united(shuffled.filter((_, place) => sides[place] === side)),
      );
      const [one = NO_RECORDS, other = NO_RECORDS] = parts;
      expect(project(unitedRecords(one, other))).toStrictEqual(whole);
      expect(project(unitedRecords(other, one))).toStrictEqual(whole);
    }),
    RUNS,
  );
});

test("whether two are one person is only asked of two people", () => {
  fc.assert(
    fc.property(someRecords, (all) => {
      const { people, questions } = project(united(all));
      const withAlias = (alias: Alias) => people.find(({ aliases }) => aliases.includes(alias));
      for (const question of questions)
        if (question.kind === "one-person" && withAlias(question.a) !== undefined)
          expect(withAlias(question.a)).not.toBe(withAlias(question.b));
    }),
    RUNS,
  );
});

test("3: an import that was undone is an import that was never made", () => {
  fc.assert(
    fc.property(someRecords, (all) => {
      const mark = word({ kind: "withdrawn", import: "archive:two", value: true }, LATER);
      const never = all.filter((one) => !isFrom(one, "archive:two"));
      expect(project(united([...all, mark]))).toStrictEqual(project(united(never)));
    }),
    RUNS,
  );
});

test("3: an undone import that counts again is an import that was made", () => {
  fc.assert(
    fc.property(someRecords, (all) => {
      const marks = [true, false].map((value, place) =>
        word({ kind: "withdrawn", import: "archive:two", value }, LATER + place),
      );
      expect(project(united([...all, ...marks]))).toStrictEqual(project(united(all)));
    }),
    RUNS,
  );
});

/** Two people with aliases, where the history has two. */
function twoPeople(all: Records, nth: number): readonly (readonly Alias[])[] {
  const people = project(all).people.filter(({ aliases }) => aliases.length > 0);
  if (people.length < 2) return [];
  const first = nth % people.length;
  const second = (first + 1) % people.length;
  return [first, second].map((place) => people[place]?.aliases ?? []);
}

test("4: merging two people and taking that back is no merge, whatever is said since", () => {
  fc.assert(
    fc.property(someRecords, saidRecords, fc.nat(), (known, since, nth) => {
      const before = united(known);
      const [one, other] = twoPeople(before, nth);
      if (one === undefined || other === undefined) return;
      const words = mergeWords(one, other, registersInForce(before.registers).pairs);
      const merged = unitedRecords(before, records(...act(words, LATER)));
      const [same] = words.filter((said) => said.kind === "pair" && said.value === "same");
      if (same?.kind !== "pair") throw new Error("Nothing was merged");
      const ends = [same.a, same.b] as readonly Alias[];
      expect(
        project(merged).people.some(({ aliases }) => ends.every((end) => aliases.includes(end))),
      ).toBe(true);
      const undone = act(undoMergeWords(ends[0]!, ends[1]!, merged.registers), LATER + 1);
      const later = united(onePerVersion([...since, ...known]));
      expect(project([merged, records(...undone), later].reduce(unitedRecords))).toStrictEqual(
        project(later),
      );
    }),
    RUNS,
  );
});

/** A person with several aliases, and which of these leave. */
function aSplit(all: Records, nth: number, leaves: readonly boolean[]) {
  const people = project(all).people.filter(({ aliases }) => aliases.length > 1);
  const { aliases = [] } = people[nth % people.length] ?? {};
  return [true, false].map((side) => aliases.filter((_, place) => leaves[place] === side));
}

const sides = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });

test("what was split stays apart and each side together, whatever sources say later", () => {
  fc.assert(
    fc.property(someRecords, saidRecords, fc.nat(), sides, (known, since, nth, leaves) => {
      const before = united(known);
      const [leaving = [], staying = []] = aSplit(before, nth, leaves);
      if (leaving.length === 0 || staying.length === 0) return;
      const { pairs } = registersInForce(before.registers);
      const words = act(splitWords(staying, leaving, pairs), LATER);
      const after = [before, records(...words), united(onePerVersion([...since, ...known]))];
      const { people, owner } = project(after.reduce(unitedRecords));
      const groups = [...people.map(({ aliases }) => aliases), owner];
      for (const group of groups)
        expect(
          staying.some((one) => group.includes(one)) && leaving.some((one) => group.includes(one)),
        ).toBe(false);
      for (const group of groups)
        for (const side of [staying, leaving])
          if (side.some((one) => group.includes(one)))
            expect(side.filter((one) => !group.includes(one))).toEqual([]);
    }),
    RUNS,
  );
});

test("splitting and merging again is as if nothing had been split", () => {
  fc.assert(
    fc.property(someRecords, fc.nat(), sides, (known, nth, leaves) => {
      const before = united(known);
      const [leaving = [], staying = []] = aSplit(before, nth, leaves);
      if (leaving.length === 0 || staying.length === 0) return;
      const said = (all: Records, words: readonly RegisterWord[], at: number) =>
        unitedRecords(all, records(...act(words, at)));
      const pairsOf = (all: Records) => registersInForce(all.registers).pairs;
      const split = said(before, splitWords(staying, leaving, pairsOf(before)), LATER);
      const again = said(split, mergeWords(staying, leaving, pairsOf(split)), LATER + 1);
      expect(project(again).people).toStrictEqual(project(before).people);
    }),
    RUNS,
  );
});

test("nobody has both sides of a different, and nobody but by the user's word has two numeric ids", () => {
  fc.assert(
    fc.property(someRecords, (all) => {
      const known = united(all);
      const { pairs } = registersInForce(known.registers);
      const { people } = project(known);
      for (const { aliases } of people) {
        const isBoth = ({ a, b }: { a: Alias; b: Alias }) =>
          aliases.includes(a) && aliases.includes(b);
        expect(pairs.filter((one) => one.value === "different" && isBoth(one))).toEqual([]);
        const numbers = aliases.filter((alias) => alias.startsWith("number:"));
        if (numbers.length > 1)
          expect(pairs.filter((one) => one.value === "same" && isBoth(one))).not.toEqual([]);
      }
    }),
    RUNS,
  );
});

test("who is connected later changes nothing about earlier messages under the same name", () => {
  const names = fc.array(aPersonStatement, { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(names, (all) => {
      const known = onePerVersion(all);
      if (!known.some((one) => "subject" in one && one.subject === NAME)) return;
      const newcomer = page("slug:new", { called: "Ana Silva", facts: [connected(50)] });
      const before = project(united(known));
      const after = project(united([...known, newcomer]));
      // A name without a fact belongs to the only person it can be, and there is one more now.
      const isDecided = united(known).statements.some(
        ({ subject, body }) => subject === NAME && "facts" in body && (body.facts?.count ?? 0) > 0,
      );
      if (!isDecided) return;
      expect(after.people.filter(({ subject }) => subject !== "slug:new")).toStrictEqual(
        before.people,
      );
      expect(after.questions).toStrictEqual(before.questions);
    }),
    RUNS,
  );
});
