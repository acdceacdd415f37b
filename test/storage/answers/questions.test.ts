import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { storedPersonDetails } from "../../../src/storage/answers/card.ts";
import { openQuestions } from "../../../src/storage/answers/questions.ts";
import { answer } from "../../../src/storage/records/answer.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { mergePeople, splitPerson } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { message } from "../lived-history.ts";
import { happened, histories, on } from "../seen.ts";
import { storedView } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const NOW = on(100);
const A = "aaaaaaaa-0000-4000-8000-000000000000";

/** Somebody of a name and company, connected on a day. */
const connectedAs = (alias: Alias, name: string, company: string, day: number): Sighting => ({
  what: "interaction",
  person: { aliases: [alias], name, company, at: on(day) },
  interaction: {
    kind: "connected",
    direction: "both",
    from: on(day),
    to: on(day) + 86_399_999,
    sources: ["page"],
  },
});

const kinds = async (database: HistoryDatabase) =>
  (await openQuestions(database, NOW)).map(({ question }) => question.kind);

const idOf = async (database: HistoryDatabase, alias: Alias) =>
  (await peopleByAliases(database, [[alias]]))[0]!.id;

/** Everything that the cards of all people ask, each question once. */
async function askedOnCards(database: HistoryDatabase): Promise<readonly string[]> {
  const asked = new Set<string>();
  for (const { id } of await storedView(database))
    for (const question of (await storedPersonDetails(database, id, NOW))?.questions ?? [])
      asked.add(
        question.kind === "one-person"
          ? JSON.stringify([question.kind, ...[question.a, question.b].toSorted()])
          : JSON.stringify(question),
      );
  return [...asked].toSorted();
}

async function asked(database: HistoryDatabase): Promise<readonly string[]> {
  return (await openQuestions(database, NOW))
    .map(({ question }) =>
      question.kind === "one-person"
        ? JSON.stringify([question.kind, ...[question.a, question.b].toSorted()])
        : JSON.stringify(question),
    )
    .toSorted();
}

test("a history in which everything is certain asks nothing", async () => {
  const database = await empty();
  await record(
    database,
    [
      connectedAs("slug:al", "Al Example", "Acme", 1),
      connectedAs("slug:bo", "Bo Sample", "Acme", 1),
      connectedAs("slug:al-2", "Al Example", "Example Works", 1),
      connectedAs("slug:al-3", "Al Example", "Acme", 5),
    ],
    NOW,
  );
  expect(await openQuestions(database, NOW)).toEqual([]);
});

test("two addresses with one name, company and day are asked about once, and answered they are not asked again", async () => {
  const database = await empty();
  await record(
    database,
    [
      connectedAs("slug:al", "Al Example", "Acme", 1),
      connectedAs("slug:al-example", "Al Example", "Acme GmbH", 1),
    ],
    NOW,
  );
  const [first, second] = await openQuestions(database, NOW);
  expect([first?.question, second]).toEqual([
    { kind: "one-person", a: "slug:al", b: "slug:al-example", reason: "alike" },
    undefined,
  ]);
  expect(await asked(database)).toEqual(await askedOnCards(database));
  await answer(
    database,
    { kind: "one-person", a: "slug:al", b: "slug:al-example", value: "different" },
    NOW,
  );
  expect(await kinds(database)).toEqual([]);
});

test("a name of an archive that two people have is asked about, and answered it is not", async () => {
  const database = await empty();
  await record(
    database,
    [
      { ...happened(["slug:dee-1"], 1, "connected") },
      { ...happened(["slug:dee-2"], 1, "connected") },
    ].map((one) => ({ ...one, person: { ...one.person, name: "Dee Sample" } }) as Sighting),
    on(2),
  );
  await imported(database, { id: A, said: { "name:dee sample": body([message(5)]) } }, on(10));
  expect(await kinds(database)).toEqual(["which-person"]);
  expect(await asked(database)).toEqual(await askedOnCards(database));
  await answer(
    database,
    { kind: "which-person", name: "name:dee sample", value: "slug:dee-1" },
    NOW,
  );
  expect(await kinds(database)).toEqual([]);
});

test("whose note it is, is asked after two people were split, and the note comes along", async () => {
  const database = await empty();
  await record(database, [happened(["slug:al"], 1), happened(["slug:bo"], 2)], on(2));
  await mergePeople(
    database,
    await idOf(database, "slug:al"),
    await idOf(database, "slug:bo"),
    on(3),
  );
  await choose(database, await idOf(database, "slug:al"), { notes: { n: "Plays chess" } }, on(4));
  await splitPerson(database, await idOf(database, "slug:al"), ["slug:bo"], on(5));
  const [first] = await openQuestions(database, NOW);
  expect(first?.question.kind).toBe("whose-note");
  expect(first?.choices.notes?.map(({ text }) => text)).toEqual(["Plays chess"]);
  expect(await asked(database)).toEqual(await askedOnCards(database));
});
