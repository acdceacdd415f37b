import { expect, test } from "vitest";
import { isStranger } from "../../src/domain/stranger.ts";
import { tieSummary } from "../../src/domain/tie-summary.ts";
import type { Choices } from "../../src/domain/person.ts";
import type { Interaction } from "../../src/domain/interaction.ts";

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
  expect(isStranger(person({ remindAt: cleared, cadenceDays: cleared }))).toBe(true);
  expect(isStranger(person({ note: { value: "", at: AT }, tags: { value: [], at: AT } }))).toBe(
    true,
  );
});

test.each([
  ["an interaction", person({}, [fact("reaction")])],
  ["a connection", person({}, [fact("connected")])],
  ["a note", person({ note: { value: "met in Oslo", at: AT } })],
  ["a tag", person({ tags: { value: ["client"], at: AT } })],
  ["how they met", person({ howMet: { value: "at school", at: AT } })],
  ["a reminder", person({ remindAt: { value: AT, at: AT } })],
  ["a rhythm", person({ cadenceDays: { value: 30, at: AT } })],
  ["talk elsewhere", person({ inTouchElsewhere: { value: true, at: AT } })],
])("with %s nobody is a stranger", (_, known) => {
  expect(isStranger(known)).toBe(false);
});
