/** When a reminder has nothing left to remind of. */
import { expect, test } from "vitest";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import {
  reminderKept,
  waitsSince,
  withoutEndedReminders,
} from "../../../src/domain/suggestions/ended-reminders.ts";
import { DAY, NOW } from "../interactions/arbitrary-interactions.ts";
import { contact, daysAgo } from "../interactions/facts.ts";

/** A reminder that was set 20 days ago, at noon. */
const SET_AT = Math.floor(daysAgo(20) / DAY) * DAY + DAY / 2;
const WAITS = `no-reply-${SET_AT}-r`;

const left = (id: string, facts: readonly Interaction[], choices: Choices = {}) =>
  withoutEndedReminders(
    { ...choices, reminders: [{ id, at: NOW + 10 * DAY, setAt: SET_AT }] },
    facts,
  ).reminders?.map((one) => one.id) ?? [];

const out = contact(10, { direction: "out" });
const together = contact(10, { kind: "call", direction: "both" });

test.each<readonly [string, readonly Interaction[], Choices]>([
  ["a message of theirs", [contact(10)], {}],
  ["a call", [together], {}],
  ["one that the user has answered since", [contact(10), contact(9, { direction: "out" })], {}],
  ["in touch elsewhere", [], { inTouchElsewhere: { value: daysAgo(5), at: daysAgo(5) } }],
])("a reminder that waits for a reply ends with %s", (_, facts, choices) => {
  expect(left(WAITS, facts, choices)).toEqual([]);
});

test.each<readonly [string, readonly Interaction[]]>([
  ["another message of the user's", [out]],
  ["a message of theirs before", [contact(25)]],
  ["a message to a group", [contact(10, { groupSize: 4 })]],
  ["a pitch", [contact(10, { kind: "inmail" })]],
  ["a reaction", [contact(10, { kind: "reaction" })]],
])("a reminder that waits for a reply does not end with %s", (_, facts) => {
  expect(left(WAITS, facts)).toEqual([WAITS]);
});

test("a date ends once both had a word since it was set, unless it is kept", () => {
  expect(left("r", [contact(10)])).toEqual(["r"]);
  expect(left("r", [out])).toEqual(["r"]);
  expect(left("r", [contact(25), contact(24, { direction: "out" })])).toEqual(["r"]);
  expect(left("r", [contact(25), out])).toEqual(["r"]);
  expect(left("r", [contact(11), out])).toEqual([]);
  expect(left("r", [together])).toEqual([]);
  expect(left(reminderKept("r", true), [contact(11), out])).toEqual(["kept-r"]);
});

test("a meeting of the day on which a date was set may have been before: the date stays", () => {
  const day = Math.floor(SET_AT / DAY) * DAY;
  const met = { ...together, kind: "meeting", from: day, to: day + DAY - 1 } as const;
  expect(left("r", [met])).toEqual(["r"]);
  expect(left("r", [{ ...met, from: day + DAY, to: day + 2 * DAY - 1 }])).toEqual([]);
});

test("other reminders and choices stay as they are", () => {
  const choices: Choices = {
    tags: ["clients"],
    reminders: [
      { id: "r", at: NOW, setAt: SET_AT },
      { id: "later", at: NOW, setAt: daysAgo(1) },
    ],
  };
  const { reminders, tags } = withoutEndedReminders(choices, [together]);
  expect([reminders?.map(({ id }) => id), tags]).toEqual([["later"], ["clients"]]);
  expect(withoutEndedReminders({ tags: ["clients"] }, [together])).toEqual({ tags: ["clients"] });
});

test("a reminder is kept, and is not, under ids that differ; one that is kept waits for nothing", () => {
  expect(reminderKept("r", false)).toBe("r");
  expect(reminderKept(reminderKept("r", true), true)).toBe("kept-r");
  expect(reminderKept("kept-r", false)).toBe("r");
  expect(waitsSince(WAITS)).toBe(SET_AT);
  expect(waitsSince(reminderKept(WAITS, true))).toBeUndefined();
});
