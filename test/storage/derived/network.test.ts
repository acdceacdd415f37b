import { expect, test } from "vitest";
import { backtest } from "../../../src/domain/backtest/backtest.ts";
import { balance } from "../../domain/balance/balance-of-candidates.ts";
import { candidate } from "../../../src/domain/suggestions/candidate.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { storedBacktest } from "../../../src/storage/answers/backtest.ts";
import { storedNetwork, storedNetworkMap } from "../../../src/storage/answers/network.ts";
import { storedBalance } from "../../../src/storage/answers/balance.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, shown } from "../../domain/interactions/facts.ts";
import { wholeNetwork } from "../../domain/network/whole-network.ts";
import { covered, emptyView, person, rebuild } from "./invented-view.ts";

const END = NOW - 20 * DAY;

/** Everybody wrote now and then, each in a rhythm of their own, for as long as some of them last. */
const letters = (place: number): readonly Interaction[] =>
  Array.from({ length: 1 + (place % 5) }, (_, turn) => (place + turn * 83) % 480)
    .sort((a, b) => a - b)
    .map((day): Interaction => {
      const from = END - (480 - day) * DAY;
      const direction = (place + day) % 3 === 0 ? "in" : "out";
      return { kind: "message", direction, from, to: from, sources: ["archive:a"] };
    });

async function* each(histories: readonly (readonly Interaction[])[]) {
  for (const history of histories) yield await Promise.resolve(history);
}

test("the past that is replayed is everybody's, and ends where the archive does", async () => {
  const database = await emptyView();
  const histories = Array.from({ length: 120 }, (_, place) => letters(place));
  await rebuild(
    database,
    histories.map((interactions, place) => person(`slug:p-${place}`, { interactions })),
    { whole: covered({ archives: [{ from: 0, to: END, kinds: ["message"] }] }) },
  );
  const found = await storedBacktest(database, () => each(histories), NOW);
  expect(found.refused).toBeUndefined();
  expect(found).toStrictEqual(backtest(histories, END));
  expect(found).not.toStrictEqual(backtest(histories, NOW));
});

test("a history of nobody is refused with what it takes, and nothing of it is read", async () => {
  const read = () => {
    throw new Error("Interactions were read");
  };
  expect(await storedBacktest(await emptyView(), read, NOW)).toStrictEqual({
    refused: "too-few-people",
    have: 0,
    need: 20,
  });
});

test("the balance is that of everybody but the people who passed away", async () => {
  const database = await emptyView();
  const people = Array.from({ length: 12 }, (_, place) =>
    person(`slug:p-${place}`, { interactions: chats(1 + place, 20, place * 20) }),
  );
  const deceased = person("slug:gone", {
    interactions: chats(30, 7, 1),
    choices: { deceased: { value: true, at: NOW } },
  });
  await rebuild(database, [...people, deceased]);
  const found = await storedBalance(database, NOW);
  const candidates = people.map((one) => candidate(one, one.summary));
  expect(found).toEqual(balance(candidates, { archives: [] }, NOW));
  expect(found.people).toBe(12);
});

test("the network is counted as a whole, with the messages by month and without who passed away", async () => {
  const database = await emptyView();
  const people = Array.from({ length: 12 }, (_, place) =>
    person(`slug:p-${place}`, { interactions: chats(1 + place, 20, place * 20) }),
  );
  const deceased = person("slug:gone", { choices: { deceased: { value: true, at: NOW } } });
  await rebuild(database, [...people, deceased]);
  const { months, knownUntil, ...found } = await storedNetwork(database, NOW);
  const candidates = people.map((one) => candidate(one, one.summary));
  const expected = wholeNetwork(candidates, { archives: [] }, NOW);
  expect({ ...found, slipping: [] }).toEqual({ ...expected, slipping: [] });
  expect(knownUntil).toBe(NOW);
  const sum = months.reduce((all, one) => all + one.in + one.out, 0);
  expect(sum).toBe(people.reduce((all, one) => all + one.summary.interactions, 0));
});

test("a past employer is called as somebody's career calls it; what only a headline names is none", async () => {
  const database = await emptyView();
  const was = (name: `slug:${string}`, before: object) =>
    person(name, {
      interactions: chats(9, 9, 3),
      career: [shown(900, 500, before), shown(400, 1, { company: "Acme" })],
    });
  await rebuild(database, [
    was("slug:a", { company: "Tin Whistle GmbH" }),
    was("slug:b", { headline: "Nurse at heart" }),
  ]);
  const { pastCompanies } = await storedNetwork(database, NOW);
  expect(pastCompanies.map(({ name, people }) => [name, people])).toEqual([
    ["Tin Whistle GmbH", 1],
  ]);
});

test("the map has everybody whose tie has a beginning", async () => {
  const database = await emptyView();
  await rebuild(database, [
    person("slug:ada", { interactions: [connected(700), ...chats(3, 9, 40)] }),
    person("slug:bo", { interactions: [connected(30)] }),
    person("slug:seen"),
  ]);
  const { ageDays, silentDays, ids } = await storedNetworkMap(database, NOW);
  expect(ids).toHaveLength(2);
  expect(new Set(ageDays.map((age, place) => `${age} ${silentDays[place]}`))).toEqual(
    new Set(["700 39", "30 -1"]),
  );
});
