import { expect, test } from "vitest";
import { introducers } from "../../../src/domain/directory/introducers.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { coverage, now, record } from "../../components/invented-person.ts";

const DAY = 86_400_000;

const chats = (days: readonly number[]): readonly Interaction[] =>
  days.flatMap((ago): readonly Interaction[] => {
    const at = now - ago * DAY;
    return (["out", "in"] as const).map((direction) => ({
      kind: "message",
      direction,
      from: at,
      to: at,
      sources: ["page"],
    }));
  });

const person = (id: string, days: readonly number[], choices: Choices = {}): PersonRecord => ({
  ...record(id, id, chats(days)),
  choices,
});

const stranger = person("stranger", []);
const close = person("close", [3, 20, 40, 60, 80]);
const former = person("former", [70]);

const names = (of: PersonRecord, mutual: readonly PersonRecord[]) =>
  introducers(of, mutual, coverage, now).map(({ name }) => name);

test("the person who talks with the user can introduce them, the closest tie first", () => {
  expect(names(stranger, [former, person("unknown", []), close])).toEqual(["close", "former"]);
});

test("nobody introduces the user to somebody they talk with, or to themselves", () => {
  expect(names(close, [former])).toEqual([]);
  expect(names(stranger, [stranger])).toEqual([]);
});

test("who has died, or is not to be recorded, introduces nobody", () => {
  const dead = person("dead", [3], { deceased: { value: true, at: now } });
  const untracked = person("untracked", [3], { neverTrack: { value: true, at: now } });
  expect(names(stranger, [dead, untracked])).toEqual([]);
});

test("three are enough", () => {
  const many = ["a", "b", "c", "d"].map((id) => person(id, [3, 9]));
  expect(names(stranger, many)).toEqual(["a", "b", "c"]);
});
