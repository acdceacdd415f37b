import { expect, test } from "vitest";
import { seenChanges } from "../../../src/storage/answers/changes.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats, contact } from "../../domain/interactions/facts.ts";
import { emptyView, handleOf, person, put } from "../derived/invented-view.ts";

const moved = [
  { company: "Old Works", at: NOW - 900 * DAY, until: NOW - 300 * DAY },
  { company: "New Works", at: NOW - 30 * DAY, until: NOW },
];

const invited = (days: number) => contact(days, { kind: "invitation" });

async function three() {
  const database = await emptyView();
  await put(database, [
    person("slug:ada", { name: "Ada", career: moved, interactions: chats(4, 30, 400) }),
    person("slug:bo", { name: "Bo", interactions: [invited(10)] }),
    person("slug:cem", { name: "Cem", interactions: [invited(20)] }),
  ]);
  return database;
}

test("changes come newest first, in parts, with who they are of and how many there are of each kind", async () => {
  const database = await three();
  const part = (start: number) => seenChanges(database, { start, atMost: 2 }, NOW);
  const [first, second] = [await part(0), await part(2)];
  expect([...first.rows, ...second.rows].map(({ name, fact }) => [name, fact.kind])).toEqual([
    ["Bo", "invitation"],
    ["Cem", "invitation"],
    ["Ada", "work"],
  ]);
  expect(first.counts).toEqual({ work: 1, waiting: 0, invitation: 2, woke: 0 });
  expect(second.rows[0]).toMatchObject({ aliases: ["slug:ada"], news: { after: "New Works" } });
  const counted = await seenChanges(database, { start: 0, atMost: 0 }, NOW);
  expect(counted).toEqual({ rows: [], counts: first.counts });
});

test("one kind alone can be asked for", async () => {
  const asked = { kind: "work", start: 0, atMost: 9 } as const;
  const { rows } = await seenChanges(await three(), asked, NOW);
  expect(rows.map(({ id }) => id)).toEqual([handleOf("slug:ada")]);
});

test("a person who changes is counted anew", async () => {
  const database = await three();
  const asked = { start: 0, atMost: 9 };
  await seenChanges(database, asked, NOW);
  await put(database, [
    person("slug:bo", { name: "Bo", choices: { muted: { value: true, at: NOW } } }),
  ]);
  const { rows } = await seenChanges(database, asked, NOW);
  expect(rows.map(({ name }) => name)).toEqual(["Cem", "Ada"]);
});
