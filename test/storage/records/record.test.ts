import { storedPersonDetails } from "../../../src/storage/answers/card.ts";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Alias, PersonId } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { openHistory } from "../../../src/storage/database/database.ts";
import { everybody } from "../../../src/storage/derived/everybody.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { beginDeletion, finishDeletion } from "../../../src/storage/records/deletion.ts";
import { forget } from "../forgotten.ts";
import { record } from "../../../src/storage/records/record.ts";
import { storedCounts, storedCoverage, storedRevision } from "../../../src/storage/view/about.ts";
import { storedPersonCard } from "../../../src/storage/answers/card.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { DAY, happened, histories, on, shown, START, wrote } from "../seen.ts";
import { rawText, storedView, viewAnew } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";
import { runs } from "../../effort.ts";

const { empty, close } = histories();
afterEach(close);

const A = "aaaaaaaa-0000-4000-8000-000000000000";
const ADA: readonly Alias[] = ["slug:ada"];

test("what was recorded is found by every alias, with the summary and the counts", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada", "member:ACoAda"], 1)], on(1));
  await record(database, [happened(["member:ACoAda"], 2)], on(2));
  const [bySlug, byMember] = await peopleByAliases(database, [["slug:ada"], ["member:ACoAda"]]);
  expect(bySlug?.aliases).toEqual(["member:ACoAda", "slug:ada"]);
  expect(byMember).toEqual(bySlug);
  expect(bySlug?.summary.interactions).toBe(2);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 2 });
});

test("recording the same batch again writes nothing, so a retry does no harm", async () => {
  const database = await empty();
  const batch = [happened(ADA, 1), shown(ADA, "Ada Example", 1)];
  await record(database, batch, on(1));
  const before = await rawText(database);
  await record(database, batch, on(1));
  expect(await rawText(database)).toBe(before);
});

test("the same name alone never makes two people one", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada"], 1), happened(["slug:ada-2"], 1)], on(1));
  expect(await storedCounts(database)).toEqual({ people: 2, interactions: 2 });
});

test("two strangers on a search page are not remembered, nor that they are one", async () => {
  const database = await empty();
  await record(database, [shown(["slug:ada", "member:ACoAda"], "Ada Example")], on(1));
  expect(await storedView(database)).toEqual([]);
  expect(await database.getAll("links")).toEqual([]);
  expect(await database.getAllKeys("statements")).toEqual([
    ["history", "page", expect.any(String)],
  ]);
});

test("a visit makes a person known, and is no interaction", async () => {
  const database = await empty();
  const visit = (minutes: number): Sighting => ({
    what: "visit",
    person: { aliases: ADA, name: "Ada Example", at: START + minutes * 60_000 },
  });
  await record(database, [visit(0)], START);
  await record(database, [visit(30)], START);
  await record(database, [visit(120)], START);
  const [ada] = await storedView(database);
  expect(ada?.summary.interactions).toBe(0);
  const card = ada && (await storedPersonCard(database, ada.id, 10, on(1)));
  expect(card?.visits).toHaveLength(2);
});

test("the history watches from its first record on", async () => {
  const database = await empty();
  await record(database, [happened(ADA, 1)], on(1));
  await record(database, [happened(ADA, 2)], on(2));
  expect(await storedCoverage(database)).toEqual({ watchingSince: on(1), archives: [] });
});

test("the same name seen again within a day is no news, and nothing is written", async () => {
  const database = await empty();
  await record(database, [happened(ADA, 1)], on(1));
  const before = await storedRevision(database);
  const again: Sighting = {
    what: "person",
    person: { aliases: ADA, name: "Ada Example", at: on(1) + DAY / 2 },
  };
  await record(database, [again], on(1) + DAY / 2);
  expect(await storedRevision(database)).toBe(before);
});

test("any order and any batches of the same sightings give the same people", async () => {
  const sightings = [
    happened(["slug:ada"], 1),
    happened(["slug:ada", "member:ACoAda"], 2),
    happened(["member:ACoAda"], 3, "connected"),
    happened(["slug:bo"], 1),
    happened(["slug:bo"], 4, "comment"),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(sightings, { minLength: sightings.length }),
      fc.integer({ min: 1, max: 5 }),
      async (order, size) => {
        const database = await empty();
        for (let start = 0; start < order.length; start += size)
          await record(database, order.slice(start, start + size), on(9));
        const people = await storedView(database);
        expect(people.map(({ aliases, summary }) => [aliases, summary.interactions])).toEqual([
          [["member:ACoAda", "slug:ada"], 3],
          [["slug:bo"], 2],
        ]);
      },
    ),
    { numRuns: runs(20) },
  );
});

test("of a person who is not to be recorded nothing more is kept than further aliases, which the choice then covers", async () => {
  const database = await empty();
  await record(database, [happened(ADA, 1)], on(1));
  const [ada] = await storedView(database);
  await choose(database, ada!.id, { choices: { neverTrack: { value: true } } }, on(1));
  await record(database, [happened(["slug:ada", "member:ACoAda"], 2)], on(2));
  await record(database, [happened(["member:ACoAda"], 3)], on(3));
  const [after] = await storedView(database);
  expect(after?.aliases).toEqual(["member:ACoAda", "slug:ada"]);
  expect(after?.summary.interactions).toBe(1);
  await imported(
    database,
    {
      id: A,
      said: {
        "member:ACoAda": body(
          [happened([], 4)].flatMap((one) => (one.what === "interaction" ? [one.interaction] : [])),
        ),
      },
    },
    on(5),
  );
  expect((await storedView(database))[0]?.summary.interactions).toBe(1);
});

const reaction = {
  kind: "reaction",
  direction: "out",
  from: on(1),
  to: on(1),
  ref: "activity:1",
  sources: ["page"],
} as const;

test("a reaction waits until a page shows the author of the post, and then counts once", async () => {
  const database = await empty();
  await imported(database, { id: A, said: { "post:activity:1": body([reaction]) } }, on(2));
  expect(await database.getAllKeys("waiting")).toEqual(["post:activity:1"]);
  await record(database, [wrote(["slug:bo", "member:ACoBo"], "activity:1", 3)], on(3));
  await record(database, [wrote(["slug:bo", "member:ACoBo"], "activity:1", 4)], on(4));
  const [bo] = await storedView(database);
  expect([bo?.subject, bo?.summary.interactions, bo?.name.value]).toEqual([
    "slug:bo",
    1,
    "Ada Example",
  ]);
  expect(await database.getAllKeys("waiting")).toEqual([]);
});

test("of posts nothing waits for, nothing is learnt", async () => {
  const database = await empty();
  await record(database, [wrote(["slug:bo"], "activity:1", 3)], on(3));
  expect(await rawText(database)).not.toContain("slug:bo");
});

test("nothing is counted for an author who was erased", async () => {
  const database = await empty();
  await record(database, [happened(["slug:bo"], 1)], on(1));
  const [bo] = await storedView(database);
  await forget(database, bo!.id, on(2));
  await imported(database, { id: A, said: { "post:activity:1": body([reaction]) } }, on(3));
  await record(database, [wrote(["slug:bo", "member:ACoBo"], "activity:1", 4)], on(4));
  expect(await storedView(database)).toEqual([]);
  expect(await rawText(database)).not.toContain("ACoBo");
});

/** A page shows somebody, and names who is known in common. */
const withMutual = (aliases: readonly Alias[], named: readonly Alias[], day: number): Sighting => ({
  what: "interaction",
  person: { aliases, name: "Cy Example", at: on(day), mutual: { count: named.length, named } },
  interaction: { kind: "message", direction: "in", from: on(day), to: on(day), sources: ["page"] },
});

test("nobody who was erased is kept as a mutual connection of somebody else", async () => {
  const database = await empty();
  await record(database, [happened(["slug:bo"], 1)], on(1));
  const [bo] = await storedView(database);
  await forget(database, bo!.id, on(2));
  await record(database, [withMutual(["slug:cy"], ["slug:bo", "slug:dee"], 3)], on(3));
  expect(await rawText(database)).not.toContain("slug:bo");
  expect(await rawText(database)).toContain("slug:dee");
  expect((await storedView(database)).map(({ mutual }) => mutual)).toEqual([2]);
});

test("many are erased as one, and handles that lead to nobody are passed over", async () => {
  const database = await empty();
  for (const alias of ["slug:bo", "slug:dee"] as const)
    await record(database, [happened([alias], 1)], on(1));
  await record(database, [withMutual(["slug:cy"], ["slug:bo", "slug:eve"], 3)], on(3));
  const people = await storedView(database);
  const gone = people.filter(({ subject }) => subject !== "slug:cy").map(({ id }) => id);
  const revision = await storedRevision(database);
  const asked = [...gone, ...gone, "nobody" as PersonId];
  const deletion = await beginDeletion(database, asked, on(4));
  expect(deletion?.people).toHaveLength(2);
  expect(await storedRevision(database)).toBe(revision + 1);
  await finishDeletion(database, deletion?.id);
  const text = await rawText(database);
  for (const alias of ["slug:bo", "slug:dee"]) expect(text).not.toContain(alias);
  expect(text).toContain("slug:eve");
  expect((await storedView(database)).map(({ subject }) => subject)).toEqual(["slug:cy"]);
  expect(await beginDeletion(database, gone, on(5))).toBeUndefined();
});

test("of the mutual connections that a page names, those the user talks with could introduce them", async () => {
  const database = await empty();
  const talk = (direction: "in" | "out", day: number): Sighting => ({
    what: "interaction",
    person: { aliases: ["slug:bo"], name: "Bo Example", at: on(day) },
    interaction: { kind: "message", direction, from: on(day), to: on(day), sources: ["page"] },
  });
  await record(database, [talk("out", 1), talk("in", 2)], on(2));
  await record(database, [withMutual(["slug:cy"], ["slug:bo", "slug:dee"], 3)], on(3));
  const [cy] = await peopleByAliases(database, [["slug:cy"]]);
  const details = await storedPersonDetails(database, cy!.id, on(4));
  expect(details?.introducers.map(({ name }) => name)).toEqual(["Bo Example"]);
});

test("a further alias of an erased person goes out of what was kept before", async () => {
  const database = await empty();
  await record(database, [happened(["slug:bo"], 1)], on(1));
  await record(database, [withMutual(["slug:cy"], ["member:ACoBo"], 1)], on(1));
  await imported(database, { id: A, said: { "post:activity:1": body([reaction]) } }, on(1));
  const [bo] = (await storedView(database)).filter(({ aliases }) => aliases.includes("slug:bo"));
  await forget(database, bo!.id, on(2));
  await record(database, [shown(["slug:bo", "member:ACoBo"], "Bo Example", 3)], on(3));
  expect(await rawText(database)).not.toContain("ACoBo");
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

const named = (name: string, day: number, direction: "in" | "out" = "in"): Sighting => ({
  what: "named",
  person: { aliases: [], name, at: on(day + 1) },
  interaction: {
    kind: "message",
    direction,
    from: on(day),
    to: on(day + 1) - 1,
    sources: ["page"],
  },
});

test("an exchange of a name nobody has makes a person by that name, who is settled by what names an address", async () => {
  const database = await empty();
  await record(database, [named("Ada Example", 1)], on(2));
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 1 });
  const before = await rawText(database);
  await record(database, [named("Ada Example", 1)], on(2));
  expect(await rawText(database)).toBe(before);
  // The thread is opened: the same message, exactly, and another one.
  await record(database, [happened(ADA, 1), happened(ADA, 3)], on(4));
  const [ada] = await peopleByAliases(database, [ADA]);
  expect(ada?.summary.interactions).toBe(2);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 2 });
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("an exchange of a name goes to the one person of the circle who has it, and to nobody of two", async () => {
  const database = await empty();
  await record(database, [happened(ADA, 1)], on(1));
  await record(database, [named("Ada Example", 5, "out")], on(6));
  expect((await peopleByAliases(database, [ADA]))[0]?.summary.interactions).toBe(2);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 2 });
  await record(database, [happened(["slug:ada-2"], 2)], on(7));
  await record(database, [named("Ada Example", 8)], on(9));
  const both = await peopleByAliases(database, [ADA, ["slug:ada-2"]]);
  expect(both.map((one) => one?.summary.interactions)).toEqual([1, 1]);
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("nothing is kept under the name of somebody who is not to be recorded, and no erased person comes back by a name", async () => {
  const database = await empty();
  await record(database, [happened(ADA, 1)], on(1));
  const [ada] = await peopleByAliases(database, [ADA]);
  await choose(database, ada!.id, { choices: { neverTrack: { value: true } } }, on(2));
  await record(database, [named("Ada Example", 3)], on(4));
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 1 });
  await forget(database, ada!.id, on(5));
  await record(database, [named("Ada Example", 6)], on(7));
  expect(await storedCounts(database)).toEqual({ people: 0, interactions: 0 });
});

test("two backgrounds that record at once lose nothing, and what follows from people is right", async () => {
  const one = await empty();
  const other = await openHistory(one.name);
  const aliases = ["slug:ada", "slug:bo", "member:ACoAda", "slug:cy"] as const;
  for (let day = 0; day < 12; day += 1)
    await Promise.all(
      [one, other].map((database, place) => {
        const alias = aliases[(day + place) % aliases.length] ?? "slug:ada";
        const together = day % 3 === 2 ? [alias, "number:7" as const] : [alias];
        return record(database, [happened(together, 2 * day + place)], on(2 * day + place));
      }),
    );
  other.close();
  const people = await storedView(one);
  expect(people).toEqual(await viewAnew(one));
  const interactions = people.reduce((sum, { summary }) => sum + summary.interactions, 0);
  expect(await storedCounts(one)).toEqual({ people: people.length, interactions });
  expect(interactions).toBe(24);
  const found = (await everybody(one, on(24))).rows.map(({ id }) => id).sort();
  expect(found).toEqual(people.map(({ id }) => id).sort());
});
