import fc from "fast-check";
import { expect, test } from "vitest";
import { directoryRow } from "../../../src/domain/directory/directory-row.ts";
import { packedShard, rowsOf, subjectIn } from "../../../src/domain/directory/directory-shard.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import { aPerson, handleOf, person } from "../../storage/derived/invented-view.ts";
import { runs } from "../../effort.ts";

const some = fc.uniqueArray(aPerson, { selector: ({ id }) => id, maxLength: 13 });

const inOrder = (people: readonly PersonRecord[]) =>
  people.map(directoryRow).sort((a, b) => (a.person.id < b.person.id ? -1 : 1));

test("rows that were packed and cloned are the rows that were, in the order of the handles", () => {
  fc.assert(
    fc.property(some, (people) => {
      const rows = people.map(directoryRow);
      expect(rowsOf(structuredClone(packedShard(rows)))).toStrictEqual(inOrder(people));
    }),
    { numRuns: runs(1000) },
  );
});

test("the order in which rows are packed makes no difference", () => {
  fc.assert(
    fc.property(some, (people) => {
      const rows = people.map(directoryRow);
      expect(packedShard(rows.toReversed())).toStrictEqual(packedShard(rows));
    }),
  );
});

test("any text comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, company) => {
      const career = [{ company, at: 1, until: 2 }];
      const rows = [
        directoryRow(person("slug:a", { name, career })),
        directoryRow(person("slug:b", { name: `${name}${company}` })),
      ];
      expect(rowsOf(packedShard(rows))).toStrictEqual(
        rows.toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1)),
      );
    }),
  );
});

test("every number of a summary comes back exactly, and an absent one stays absent", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true }),
      fc.option(fc.double({ noNaN: true }), { nil: undefined }),
      (creditIn, lastOutAt) => {
        const { lastOutAt: _, ...plain } = person("slug:a").summary;
        const summary = { ...plain, creditIn, ...(lastOutAt !== undefined && { lastOutAt }) };
        const row = directoryRow({ ...person("slug:a"), summary });
        expect(rowsOf(packedShard([row]))).toStrictEqual([row]);
      },
    ),
  );
});

test("a handle leads to the subject of its row, and no other handle to any", () => {
  fc.assert(
    fc.property(some, aPerson, (people, other) => {
      const shard = packedShard(people.map(directoryRow));
      for (const { id, subject } of people) expect(subjectIn(shard, id)).toBe(subject);
      const isIn = people.some(({ id }) => id === other.id);
      expect(subjectIn(shard, other.id)).toBe(isIn ? other.subject : undefined);
      expect(subjectIn(shard, handleOf("slug:nobody"))).toBeUndefined();
    }),
  );
});
