import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { interactionKey } from "../../../src/domain/interactions/interaction.ts";
import type { Alias, PersonId } from "../../../src/domain/person/person.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { answer } from "../../../src/storage/records/answer.ts";
import {
  addInteraction,
  choose,
  chooseMany,
  removeInteraction,
  takeBackMany,
} from "../../../src/storage/records/by-hand.ts";
import { UnknownPerson } from "../../../src/storage/records/known-subjects.ts";
import {
  mergePeople,
  NoSuchSplit,
  splitPerson,
  undoMerge,
} from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { storedPersonCard, storedPersonDetails } from "../../../src/storage/answers/card.ts";
import { peopleByAliases, personWithHandle } from "../../../src/storage/view/people.ts";
import { happened, histories, on, shown, wrote } from "../seen.ts";
import { storedView } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const A = "aaaaaaaa-0000-4000-8000-000000000000";
const B = "bbbbbbbb-0000-4000-8000-000000000000";
const message = (day: number) => ({
  kind: "message" as const,
  direction: "in" as const,
  from: on(day),
  to: on(day),
  sources: ["page" as const],
});
const reaction = (day: number) => ({
  ...message(day),
  kind: "reaction" as const,
  direction: "out" as const,
  ref: "activity:1",
});

const idOf = async (database: HistoryDatabase, alias: Alias): Promise<PersonId> =>
  (await peopleByAliases(database, [[alias]]))[0]!.id;
const factsOf = async (database: HistoryDatabase, alias: Alias): Promise<number | undefined> =>
  (await peopleByAliases(database, [[alias]]))[0]?.summary.interactions;

async function alAndBo(): Promise<HistoryDatabase> {
  const database = await empty();
  await record(database, [happened(["slug:al"], 1), happened(["slug:bo"], 2)], on(2));
  return database;
}

test("a handle nobody has is refused, whatever is asked", async () => {
  const database = await alAndBo();
  const nobody = "nobodynobodynobodynobo" as PersonId;
  await expect(choose(database, nobody, { tags: { x: true } }, on(3))).rejects.toThrow(
    UnknownPerson,
  );
  await expect(
    mergePeople(database, nobody, await idOf(database, "slug:al"), on(3)),
  ).rejects.toThrow(UnknownPerson);
  await expect(splitPerson(database, nobody, ["slug:al"], on(3))).rejects.toThrow(UnknownPerson);
});

test("a merge is split with everything back, also what was recorded since, and merged again", async () => {
  const database = await alAndBo();
  const al = await idOf(database, "slug:al");
  await mergePeople(database, al, await idOf(database, "slug:bo"), on(3));
  await record(database, [happened(["slug:bo"], 4)], on(4));
  expect(await factsOf(database, "slug:al")).toBe(3);
  await splitPerson(database, await idOf(database, "slug:al"), ["slug:bo"], on(5));
  expect([await factsOf(database, "slug:al"), await factsOf(database, "slug:bo")]).toEqual([1, 2]);
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(6),
  );
  expect(await factsOf(database, "slug:bo")).toBe(3);
});

test("the handle of a person who was merged leads to the whole", async () => {
  const database = await alAndBo();
  const [al, bo] = [await idOf(database, "slug:al"), await idOf(database, "slug:bo")];
  await mergePeople(database, al, bo, on(3));
  const [whole, same] = [
    await personWithHandle(database, al),
    await personWithHandle(database, bo),
  ];
  expect(whole?.aliases).toEqual(["slug:al", "slug:bo"]);
  expect(same).toEqual(whole);
});

test("people who were split stay apart when pages and posts show both together", async () => {
  const database = await alAndBo();
  await imported(database, { id: A, said: { "post:activity:1": body([reaction(1)]) } }, on(3));
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(3),
  );
  await splitPerson(database, await idOf(database, "slug:al"), ["slug:bo"], on(4));
  await record(database, [shown(["slug:al", "slug:bo"], "Al", 5)], on(5));
  await record(database, [wrote(["slug:al", "slug:bo"], "activity:1", 6)], on(6));
  expect(await idOf(database, "slug:al")).not.toBe(await idOf(database, "slug:bo"));
});

test("a reaction whose author is told after a merge goes to the alias it was told of", async () => {
  const database = await alAndBo();
  await imported(database, { id: A, said: { "post:activity:1": body([reaction(1)]) } }, on(3));
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(3),
  );
  await record(database, [wrote(["slug:bo"], "activity:1", 4)], on(4));
  await imported(
    database,
    { id: B, said: { "post:activity:1": body([reaction(1), reaction(2)]) } },
    on(5),
  );
  await splitPerson(database, await idOf(database, "slug:al"), ["slug:bo"], on(6));
  // One's reaction to one post counts once; the message counts as well.
  expect([await factsOf(database, "slug:al"), await factsOf(database, "slug:bo")]).toEqual([1, 2]);
});

test("an import that was undone while two were one is not brought back by taking them apart", async () => {
  const database = await alAndBo();
  const career = [{ company: "Acme", title: "Boss", at: on(1), until: on(1) }];
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(3),
  );
  await imported(
    database,
    {
      id: A,
      said: { "slug:bo": { career }, "slug:other": body([message(1)]) },
      links: [{ a: "slug:bo", b: "slug:other" }],
    },
    on(4),
  );
  await withdrawImport(database, A, {}, on(5));
  await splitPerson(database, await idOf(database, "slug:al"), ["slug:bo"], on(6));
  const people = await peopleByAliases(database, [["slug:al"], ["slug:bo"], ["slug:other"]]);
  expect(people.map((one) => one?.career)).toEqual([[], [], undefined]);
  expect(people.map((one) => one?.aliases)).toEqual([["slug:al"], ["slug:bo"], undefined]);
});

test("taking back that two are one leaves what each was told since", async () => {
  const database = await alAndBo();
  const said = await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(3),
  );
  await record(database, [happened(["slug:al"], 4)], on(4));
  await undoMerge(database, said!, on(5));
  expect([await factsOf(database, "slug:al"), await factsOf(database, "slug:bo")]).toEqual([2, 1]);
});

test("a split that is none is refused", async () => {
  const database = await alAndBo();
  const al = await idOf(database, "slug:al");
  await expect(splitPerson(database, al, ["slug:al"], on(3))).rejects.toThrow(NoSuchSplit);
  await expect(splitPerson(database, al, ["slug:bo"], on(3))).rejects.toThrow(NoSuchSplit);
});

test("choices made while two were one stay with both when they protect, and the user is asked about notes", async () => {
  const database = await alAndBo();
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(3),
  );
  const whole = await idOf(database, "slug:al");
  await choose(
    database,
    whole,
    {
      choices: { muted: { value: true } },
      notes: { n1: "promised the deck" },
      tags: { team: true },
    },
    on(4),
  );
  await splitPerson(database, whole, ["slug:bo"], on(5));
  const [al, bo] = await peopleByAliases(database, [["slug:al"], ["slug:bo"]]);
  expect([al?.choices.muted?.value, bo?.choices.muted?.value]).toEqual([true, true]);
  const details = await storedPersonDetails(database, bo!.id, on(12));
  expect(details?.questions).toMatchObject([{ kind: "whose-note", notes: ["n1"] }]);
  await answer(database, { kind: "whose-note", note: "n1", drop: "slug:bo" }, on(6));
  const after = await peopleByAliases(database, [["slug:al"], ["slug:bo"]]);
  expect(after.map((one) => one?.choices.notes?.map(({ text }) => text))).toEqual([
    ["promised the deck"],
    undefined,
  ]);
});

test("notes are entries: those of both are there after a merge, and an empty text removes one", async () => {
  const database = await alAndBo();
  const [al, bo] = [await idOf(database, "slug:al"), await idOf(database, "slug:bo")];
  await choose(database, al, { notes: { a: "of Al" } }, on(3));
  await choose(database, bo, { notes: { b: "of Bo" } }, on(3));
  await mergePeople(database, al, bo, on(4));
  const notes = async () => (await storedView(database))[0]?.choices.notes?.map(({ text }) => text);
  expect(await notes()).toEqual(["of Al", "of Bo"]);
  await choose(database, al, { notes: { a: "" } }, on(5));
  expect(await notes()).toEqual(["of Bo"]);
});

test("a removed interaction stays away when it is seen again, until the removal is taken back", async () => {
  const database = await alAndBo();
  const al = await idOf(database, "slug:al");
  const key = interactionKey(message(1));
  await removeInteraction(database, al, key, true, on(3));
  expect(await factsOf(database, "slug:al")).toBe(0);
  await imported(database, { id: A, said: { "slug:al": body([message(1)]) } }, on(4));
  expect(await factsOf(database, "slug:al")).toBe(0);
  expect((await storedPersonDetails(database, al, on(12)))?.removed).toEqual([key]);
  await removeInteraction(database, al, key, false, on(5));
  expect(await factsOf(database, "slug:al")).toBe(1);
});

test("what the user logs keeps the user's words, and is there again after it was removed", async () => {
  const database = await alAndBo();
  const al = await idOf(database, "slug:al");
  const meeting = {
    ...message(5),
    kind: "meeting" as const,
    direction: "both" as const,
    words: "lunch",
    sources: ["hand" as const],
  };
  await addInteraction(database, al, meeting, on(6));
  await removeInteraction(database, al, interactionKey(meeting), true, on(7));
  expect(await factsOf(database, "slug:al")).toBe(1);
  await addInteraction(database, al, meeting, on(8));
  const card = await storedPersonCard(database, al, 1, on(9));
  expect(card?.interactions[0]).toMatchObject({ kind: "meeting", words: "lunch" });
});

test("a clock that was ahead loses no later choice", async () => {
  const database = await alAndBo();
  const al = await idOf(database, "slug:al");
  const in2071 = Date.UTC(2071, 0, 1);
  await choose(database, al, { choices: { howMet: { value: "in the future" } } }, in2071);
  await choose(database, al, { choices: { howMet: { value: "at the fair" } } }, on(10));
  expect((await storedView(database))[0]?.choices.howMet).toEqual({
    value: "at the fair",
    at: on(10),
  });
});

test("a name that may be two people is a question, and the answer counts", async () => {
  const database = await empty();
  const named = { ...message(9) };
  const connected = (day: number) => ({
    ...message(day),
    kind: "connected" as const,
    direction: "both" as const,
  });
  await imported(
    database,
    {
      id: A,
      said: {
        "slug:ana-1": body([connected(1)], "Ana Silva"),
        "slug:ana-2": body([connected(2)], "Ana Silva"),
        "name:ana silva": body([named]),
      },
    },
    on(10),
  );
  const one = await idOf(database, "slug:ana-1");
  expect((await storedPersonDetails(database, one, on(12)))?.questions).toMatchObject([
    {
      kind: "which-person",
      name: "name:ana silva",
      facts: 1,
      candidates: ["slug:ana-1", "slug:ana-2"],
    },
  ]);
  await answer(
    database,
    { kind: "which-person", name: "name:ana silva", value: "slug:ana-2" },
    on(11),
  );
  expect([await factsOf(database, "slug:ana-1"), await factsOf(database, "slug:ana-2")]).toEqual([
    1, 2,
  ]);
});

test("two people of one name, company and day of connection are a question, until it is answered", async () => {
  const connected = (day: number) => ({
    ...message(day),
    kind: "connected" as const,
    direction: "both" as const,
  });
  const ana = (day: number, company: string) => ({
    ...body([connected(day)], "Ana Silva"),
    career: [{ company, at: on(9), until: on(9) }],
  });
  const database = await empty();
  await imported(
    database,
    {
      id: A,
      said: {
        "slug:ana-silva": ana(1, "Lantern GmbH"),
        "slug:ana-silva-17": { ...ana(1, "lantern"), names: [{ value: "Ána Silva", at: on(9) }] },
        "slug:ana-of-another-day": ana(2, "Lantern GmbH"),
        "slug:ana-elsewhere": ana(1, "Harbour"),
      },
    },
    on(10),
  );
  const questions = async (alias: Alias) =>
    (await storedPersonDetails(database, await idOf(database, alias), on(12)))?.questions;
  const [first, second] = ["slug:ana-silva", "slug:ana-silva-17"] as const;
  expect(await questions(first)).toEqual([
    { kind: "one-person", a: first, b: second, reason: "alike" },
  ]);
  expect(await questions(second)).toEqual([
    { kind: "one-person", a: second, b: first, reason: "alike" },
  ]);
  expect(await questions("slug:ana-of-another-day")).toEqual([]);
  expect(await questions("slug:ana-elsewhere")).toEqual([]);

  await answer(database, { kind: "one-person", a: second, b: first, value: "different" }, on(11));
  expect([await questions(first), await questions(second)]).toEqual([[], []]);
  await undoMerge(database, { a: first, b: second }, on(12));
  expect(await questions(first)).toHaveLength(1);
  await answer(database, { kind: "one-person", a: first, b: second, value: "same" }, on(13));
  expect(await questions(first)).toEqual([]);
  expect(await idOf(database, first)).toBe(await idOf(database, second));
});

test("an act on many is taken back as one, and who was changed since stays as they are", async () => {
  const database = await alAndBo();
  const [al, bo] = [await idOf(database, "slug:al"), await idOf(database, "slug:bo")];
  const tagsOf = async (id: PersonId) => (await personWithHandle(database, id))?.choices.tags ?? [];
  await choose(database, al, { tags: { press: true } }, on(3));
  const made = { tags: { press: true, choir: true } };
  const nobody = "nobodynobodynobodynobo" as PersonId;
  const back = await chooseMany(database, [al, bo, nobody, al], made, on(4));
  expect(back.map(({ id }) => id)).toEqual([al, bo]);
  expect([await tagsOf(al), await tagsOf(bo)]).toEqual([
    ["choir", "press"],
    ["choir", "press"],
  ]);
  await choose(database, bo, { tags: { choir: false } }, on(5));
  expect(await takeBackMany(database, made, back, on(6))).toEqual([bo]);
  // The tag that was there before the act is there after it was taken back.
  expect([await tagsOf(al), await tagsOf(bo)]).toEqual([["press"], ["press"]]);
});

test("a sent message is said of one alias, so that a split leaves it on one side; the other way round it is taken back whole", async () => {
  const database = await alAndBo();
  const al = await idOf(database, "slug:al");
  await mergePeople(database, al, await idOf(database, "slug:bo"), on(3));
  const sent = { at: on(4), why: "news" } as const;
  await choose(database, await idOf(database, "slug:al"), { sent: { s: sent } }, on(4));
  await record(database, [happened(["slug:bo"], 6)], on(6));
  const sentTo = async (alias: Alias) => (await peopleByAliases(database, [[alias]]))[0]?.sent;
  expect(await sentTo("slug:bo")).toEqual([{ ...sent, replied: true }]);
  await splitPerson(database, await idOf(database, "slug:al"), ["slug:bo"], on(7));
  expect(await sentTo("slug:al")).toEqual([sent]);
  expect(await sentTo("slug:bo")).toBeUndefined();
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(8),
  );
  await choose(database, await idOf(database, "slug:bo"), { sent: { s: null } }, on(9));
  expect(await sentTo("slug:al")).toBeUndefined();
});
