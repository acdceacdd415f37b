/** Who an archive brings, and whom it only says more of. */
import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { record } from "../../../src/storage/records/record.ts";
import { happened, histories, on } from "../seen.ts";
import { storedView } from "../stored-history.ts";
import { body, fact, imported, THREE_PEOPLE, type WrittenImport } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const A = "aaaaaaaa-0000-4000-8000-000000000000";
const B = "bbbbbbbb-0000-4000-8000-000000000000";
const C = "cccccccc-0000-4000-8000-000000000000";

const first: WrittenImport = { id: A, said: THREE_PEOPLE };

describe("an import counts as new", () => {
  const counted = async (
    database: HistoryDatabase,
    said: WrittenImport["said"],
    links: WrittenImport["links"] = [],
  ): Promise<readonly number[]> => {
    const { peopleNew, peopleKnown } = await imported(database, { id: C, said, links }, on(30));
    return [peopleNew, peopleKnown];
  };

  test("a newcomer, also where it joins two people who were there", async () => {
    const database = await empty();
    await imported(database, first, on(10));
    const links = [{ a: "slug:ada", b: "slug:bo" }] as const;
    const said = { "slug:ada": body([fact(5)]), "slug:dee": body([fact(6)], "Dee Probe") };
    expect(await counted(database, said, links)).toEqual([1, 1]);
  });

  test("somebody of whom it says a name and nothing else, beside those it knows more of", async () => {
    const database = await empty();
    await imported(database, first, on(10));
    const said = { "slug:ada": body([fact(5)]), "slug:dee": body([], "Dee Probe") };
    expect(await counted(database, said)).toEqual([1, 1]);
  });

  test("nobody who only has another address now, or an address in place of a name alone", async () => {
    const database = await empty();
    await imported(database, first, on(10));
    const links = [{ a: "slug:a-first", b: "slug:ada" }] as const;
    const said = {
      "slug:a-first": body([fact(5)], "Ada Example"),
      "slug:cy": body([fact(4), fact(5)], "Cy Trial"),
    };
    expect(await counted(database, said, links)).toEqual([0, 2]);
    expect((await storedView(database)).map(({ subject }) => subject)).toEqual([
      "slug:a-first",
      "slug:bo",
      "slug:cy",
    ]);
  });

  test("nobody whom only a namesake sets apart: what the user noted of a name alone", async () => {
    const database = await empty();
    const said = body([fact(4, "connected"), fact(5)], "Ada Example");
    await imported(database, { id: A, said: { "name:ada example": said } }, on(10));
    const [named] = await storedView(database);
    if (named === undefined) throw new Error("nobody is there");
    await choose(database, named.id, { tags: { boats: true } }, on(11));
    await withdrawImport(database, A, {}, on(12));
    await record(database, [happened(["slug:ada"], 0, "connected")], on(13));
    expect(await storedView(database)).toHaveLength(1);
    expect(await counted(database, { "member:ACoAda": said })).toEqual([1, 0]);
    expect(await storedView(database)).toHaveLength(3);
  });

  test("nobody whom only a namesake sets apart: what another archive says of a name alone", async () => {
    const database = await empty();
    const connected = (day: number) => body([fact(day, "connected"), fact(day + 1)], "Cy Trial");
    await imported(database, { id: A, said: { "name:cy trial": connected(1) } }, on(10));
    await imported(database, { id: B, said: { "name:cy trial": connected(20) } }, on(25));
    // Two days of connection: two people of one name, and nobody can tell them apart.
    expect(await storedView(database)).toEqual([]);
    const said = { "name:cy trial": connected(1), "slug:cy": connected(1) };
    expect(await counted(database, said)).toEqual([1, 0]);
    expect(await storedView(database)).toHaveLength(2);
  });
});
