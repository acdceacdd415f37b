/**
 * Rules about companies and tags: whatever shows a person follows at once, and nothing of it stays when the rule goes.
 */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { choicesInForce } from "../../../src/domain/person/ruled.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { RuleAbout, RuleWord } from "../../../src/domain/records/rule.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { storedPersonCard, storedPersonDetails } from "../../../src/storage/answers/card.ts";
import { seenChanges } from "../../../src/storage/answers/changes.ts";
import { peopleTable } from "../../../src/storage/answers/people-table.ts";
import { renewLists } from "../../../src/storage/answers/renew-lists.ts";
import { ruleReach, shownRules } from "../../../src/storage/answers/rules.ts";
import { storedWeek } from "../../../src/storage/answers/week.ts";
import { dueNow, dueRows } from "../../../src/storage/derived/due.ts";
import { exportedPeople } from "../../../src/storage/exchange/exported-people.ts";
import { choose, chooseMany, takeBackMany } from "../../../src/storage/records/by-hand.ts";
import { forget } from "../forgotten.ts";
import { record } from "../../../src/storage/records/record.ts";
import { changeRules } from "../../../src/storage/records/rules.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { glimpseText } from "../../../src/words/glimpse-text.ts";
import { speakAtOnce } from "../../../src/words/speak-at-once.ts";
import { histories, on } from "../seen.ts";
import { storedView, viewAnew } from "../stored-history.ts";

speakAtOnce("en", "en");
const { empty, close } = histories();
afterEach(close);

/** Two years after the last talk. */
const NOW = on(1000);
const UTC = { zone: "UTC", firstDay: 1 } as const;
const ACME: RuleAbout = { of: "company", name: "Acme" };
const NEVER = { about: ACME, says: { what: "never" } } as const;
const rule = (says: RuleWord, about = ACME) => ({ about, says });

/** Twelve talks, ten days apart, with somebody at a company, then silence. */
const talked = (alias: Alias, company: string): readonly Sighting[] =>
  Array.from({ length: 12 }, (_, place): readonly Sighting[] => {
    const day = place * 10;
    const person = { aliases: [alias], name: `Name of ${alias}`, company, at: on(day) };
    return (["in", "out"] as const).map((direction) => ({
      what: "interaction",
      person,
      interaction: {
        kind: "message",
        direction,
        from: on(day),
        to: on(day),
        sources: ["page"],
      },
    }));
  }).flat();

async function three(): Promise<HistoryDatabase> {
  const database = await empty();
  await record(
    database,
    [
      ...talked("slug:al", "Acme GmbH"),
      ...talked("slug:bo", "ACME"),
      ...talked("slug:cy", "Example Works"),
    ],
    NOW,
  );
  return database;
}

const recordOf = async (database: HistoryDatabase, alias: Alias) =>
  (await peopleByAliases(database, [[alias]]))[0]!;
const idOf = async (database: HistoryDatabase, alias: Alias) =>
  (await recordOf(database, alias)).id;

const namesOf = (rows: readonly { readonly name: string }[]) =>
  rows.map(({ name }) => name.replace("Name of slug:", "")).toSorted();

/** Whom each place names. */
async function everyPlace(database: HistoryDatabase) {
  await renewLists(database, 5, UTC, NOW);
  const week = await storedWeek(database, UTC, NOW);
  const table = async (of: "overdue" | "muted") =>
    namesOf(
      (
        await peopleTable(
          database,
          {
            text: "",
            conditions: [{ of }],
            by: "name",
            descending: false,
            start: 0,
            atMost: 9,
          },
          NOW,
        )
      ).rows,
    );
  const people = await storedView(database);
  return {
    week: namesOf(week.reconnect),
    overdue: await table("overdue"),
    muted: await table("muted"),
    due: namesOf(await dueRows(database, NOW)),
    counted: (await dueNow(database, NOW)).count,
    bands: new Set(
      await Promise.all(
        people.map(async (person) => {
          const [alias] = person.aliases;
          const coverage = { archives: [] };
          const badge = glimpseText(
            alias!,
            { aliases: person.aliases, at: NOW },
            person,
            coverage,
            NOW,
          );
          const card = await storedPersonCard(database, person.id, 0, NOW);
          expect(card?.tie.band).toBe(badge.band);
          return `${alias} ${badge.band}`;
        }),
      ),
    ),
    exported: (await exportedPeople(database, { atMost: 9, interactions: true }, NOW)).people
      .filter(({ choices }) => choices.muted?.value)
      .map(({ aliases }) => aliases[0]),
  };
}

test("a rule never to suggest a company reaches every list at once, and undone it is gone from every list", async () => {
  const database = await three();
  const before = await everyPlace(database);
  expect(before).toMatchObject({
    week: ["al", "bo", "cy"],
    overdue: ["al", "bo", "cy"],
    muted: [],
    exported: [],
  });
  await changeRules(database, { a: NEVER }, NOW);
  expect(await everyPlace(database)).toMatchObject({
    week: ["cy"],
    overdue: ["cy"],
    muted: ["al", "bo"],
    exported: ["slug:al", "slug:bo"],
  });
  expect(await storedView(database)).toEqual(await viewAnew(database));
  await changeRules(database, { a: null }, NOW + 1);
  expect(await everyPlace(database)).toEqual(before);
});

test("a rule for a cadence makes people due after so many days, and one for how well they are known makes their band", async () => {
  const database = await three();
  await changeRules(
    database,
    {
      a: rule({ what: "cadence", days: 17.5 }),
      b: rule({ what: "knows", how: "well" }),
    },
    NOW,
  );
  const after = await everyPlace(database);
  expect(after.due).toEqual(["al", "bo"]);
  expect(after.counted).toBe(2);
  expect([...after.bands]).toEqual(
    expect.arrayContaining(["slug:al close", "slug:bo close", "slug:cy fading"]),
  );
});

test("never and a cadence together: nobody is due whom a rule keeps away", async () => {
  const database = await three();
  await changeRules(database, { a: rule({ what: "cadence", days: 10 }), b: NEVER }, NOW);
  expect(await everyPlace(database)).toMatchObject({ due: [], counted: 0, week: ["cy"] });
});

test("a choice about one person comes before the rule, and the way back leads to the choice as it was", async () => {
  const database = await three();
  await changeRules(database, { a: NEVER }, NOW);
  const id = await idOf(database, "slug:al");
  expect((await storedPersonDetails(database, id, NOW))?.rules.map((one) => one.id)).toEqual(["a"]);
  await choose(database, id, { choices: { muted: { value: false } } }, NOW + 1);
  expect(await everyPlace(database)).toMatchObject({ week: ["al", "cy"], muted: ["bo"] });
  expect((await storedPersonDetails(database, id, NOW))?.rules).toEqual([]);
  // What an act on many found is the user's own choices, not what rules say.
  const both = [await idOf(database, "slug:bo"), await idOf(database, "slug:cy")];
  const made = { choices: { muted: { value: true } } };
  const back = await chooseMany(database, both, made, NOW + 2);
  expect(await takeBackMany(database, made, back, NOW + 3)).toEqual([]);
  expect((await recordOf(database, "slug:bo")).choices.muted?.value).toBeUndefined();
  expect(choicesInForce(await recordOf(database, "slug:bo")).muted?.value).toBe(true);
});

test("who comes to the company falls under the rule, who leaves it does not, and so it is with a tag", async () => {
  const database = await three();
  await changeRules(database, { a: NEVER }, NOW);
  const moved = (alias: Alias, company: string): Sighting => ({
    what: "person",
    person: { aliases: [alias], name: `Name of ${alias}`, company, at: NOW + 1 },
  });
  await record(database, [moved("slug:al", "Example Works"), moved("slug:cy", "Acme")], NOW + 1);
  expect((await everyPlace(database)).muted).toEqual(["bo", "cy"]);
  const clients: RuleAbout = { of: "tag", name: "clients" };
  await changeRules(database, { t: rule({ what: "never" }, clients) }, NOW + 2);
  await choose(database, await idOf(database, "slug:al"), { tags: { Clients: true } }, NOW + 3);
  expect((await everyPlace(database)).muted).toEqual(["al", "bo", "cy"]);
  await choose(database, await idOf(database, "slug:al"), { tags: { Clients: false } }, NOW + 4);
  expect((await everyPlace(database)).muted).toEqual(["bo", "cy"]);
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("a list of changes names nobody whom a rule keeps away as somebody to write to", async () => {
  const database = await three();
  await record(
    database,
    [
      {
        what: "person",
        person: { aliases: ["slug:cy"], name: "Name of slug:cy", company: "Acme", at: NOW - 1 },
      },
    ],
    NOW,
  );
  const asked = { start: 0, atMost: 9 };
  expect((await seenChanges(database, asked, NOW)).rows).toHaveLength(1);
  await changeRules(database, { a: NEVER }, NOW);
  expect((await seenChanges(database, asked, NOW)).rows).toEqual([]);
});

test("the list of rules stands in the order in which they decide, with how many people each is about", async () => {
  const database = await three();
  const clients: RuleAbout = { of: "tag", name: "clients" };
  await changeRules(database, { a: NEVER }, NOW);
  await changeRules(database, { b: rule({ what: "cadence", days: 30 }) }, NOW + 1);
  await changeRules(database, { c: rule({ what: "never" }, clients) }, NOW + 2);
  expect((await shownRules(database, NOW)).map(({ id, people }) => [id, people])).toEqual([
    ["c", 0],
    ["b", 2],
    ["a", 2],
  ]);
  expect(await ruleReach(database, { of: "company", name: "example works" }, NOW)).toBe(1);
  expect(await ruleReach(database, clients, NOW)).toBe(0);
});

test("a rule names a company and nobody: it stays when its people are deleted, and touches who comes after", async () => {
  const database = await three();
  await changeRules(database, { a: NEVER }, NOW);
  for (const alias of ["slug:al", "slug:bo"] as const)
    await forget(database, await idOf(database, alias), NOW + 1);
  expect((await shownRules(database, NOW)).map(({ people }) => people)).toEqual([0]);
  await record(database, talked("slug:di", "Acme"), NOW + 2);
  expect((await everyPlace(database)).muted).toEqual(["di"]);
});
