import { expect, test } from "vitest";
import { isStranger } from "../../../src/domain/directory/stranger.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";

const AT = 1_780_000_000_000;
const person = (choices: Choices, interactions: readonly Interaction[] = []) => ({
  summary: tieSummary(interactions),
  choices,
});
const fact = (kind: Interaction["kind"]): Interaction => ({
  kind,
  direction: "both",
  from: AT,
  to: AT,
  sources: ["page"],
});

test("with no interaction, no connection and no word of the user's, somebody is a stranger", () => {
  expect(isStranger(person({}))).toBe(true);
  const cleared = { at: AT };
  expect(isStranger(person({ howMet: cleared, cadenceDays: cleared }))).toBe(true);
});

test.each([
  ["an interaction", person({}, [fact("reaction")])],
  ["a connection", person({}, [fact("connected")])],
  ["a note", person({ notes: [{ id: "n", text: "met in Oslo", at: AT }] })],
  ["a tag", person({ tags: ["client"] })],
  ["how they met", person({ howMet: { value: "at school", at: AT } })],
  ["a reminder", person({ reminders: [{ id: "r", at: AT }] })],
  ["a rhythm", person({ cadenceDays: { value: 30, at: AT } })],
  ["talk elsewhere", person({ inTouchElsewhere: { value: AT, at: AT } })],
])("with %s nobody is a stranger", (_, known) => {
  expect(isStranger(known)).toBe(false);
});
