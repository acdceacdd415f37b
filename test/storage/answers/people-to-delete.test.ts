/**
 * Nobody is deleted as out of touch of whom the user wrote anything, whatever it was.
 */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { peopleToDelete } from "../../../src/storage/answers/people-to-delete.ts";
import { addInteraction } from "../../../src/storage/records/by-hand.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { happened, histories, on } from "../seen.ts";

const { empty, close } = histories();
afterEach(close);

test("who was met years ago, as the user wrote down, is not out of touch for a deletion", async () => {
  const database = await empty();
  await record(database, [happened(["slug:al", "number:9"], 1), happened(["slug:bo"], 1)], on(1));
  const [al, bo] = await peopleByAliases(database, [["slug:al"], ["slug:bo"]]);
  const asked = { of: "quiet", years: 5 } as const;
  const later = on(6 * 366);
  expect((await peopleToDelete(database, asked, later)).ids.toSorted()).toEqual(
    [al!.id, bo!.id].toSorted(),
  );
  const met = {
    kind: "meeting",
    direction: "both",
    from: on(2),
    to: on(2),
    sources: ["hand"],
  } as const;
  await addInteraction(database, al!.id, met, on(2));
  expect((await peopleToDelete(database, asked, later)).ids).toEqual([bo!.id]);
});
