import "./extension-of-the-tests.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alias, Choices, PersonId } from "../../src/domain/person/person.ts";
import type { PersonRecord } from "../../src/domain/directory/person-record.ts";
import { tieSummary } from "../../src/domain/tie/tie-summary.ts";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { glimpseText } from "../../src/words/glimpse-text.ts";

const NOW = Date.UTC(2026, 4, 20, 12);
const DAY_MS = 86_400_000;
const alias: Alias = "slug:ada";

const message = (daysAgo: number, direction: "in" | "out"): Interaction => ({
  kind: "message",
  direction,
  from: NOW - daysAgo * DAY_MS,
  to: NOW - daysAgo * DAY_MS,
  sources: ["page"],
});

const person = (interactions: readonly Interaction[], choices: Choices = {}): PersonRecord => ({
  id: "ada" as PersonId,
  aliases: [alias],
  name: { value: "Ada Example", at: NOW },
  career: [],
  choices,
  subject: alias,
  summary: tieSummary(interactions),
});

const glimpse = (known: PersonRecord | undefined, coverage: Coverage = { archives: [] }) =>
  glimpseText(alias, { aliases: [alias], name: "Ada Example", at: NOW }, known, coverage, NOW);

test("the glance card says last exchange, rhythm, next reminder and that there is a note", () => {
  const { glance } = glimpse(
    person([message(40, "in"), message(30, "out")], {
      cadenceDays: { value: 60, at: NOW },
      reminders: [{ id: "r", at: NOW + 3 * DAY_MS }],
      notes: [{ id: "n", text: "likes sailing", at: NOW }],
    }),
  );
  expect(glance).toEqual([
    "You wrote 4 weeks ago",
    "You want to talk every 2 months.",
    expect.stringMatching(/^Reminder: .*23/),
    "You have a note.",
  ]);
});

test("a sentence that is too long for a badge is on the glance card, and band and time on the badge", () => {
  const comment: Interaction = { ...message(180, "out"), kind: "comment", ref: "p1" };
  const { full, glance } = glimpse(person([comment]));
  expect(full).toBe("Acquaintance · 6 mo");
  expect(glance[0]).toBe("You commented on their post 6 months ago");
  const short = glimpse(person([message(40, "in")]));
  expect(short.full).toBe(short.glance[0]);
});

test("after a lighter touch the glance card still says the last exchange", () => {
  const touch: Interaction = { ...message(2, "in"), kind: "reaction", ref: "p1" };
  const { glance } = glimpse(person([message(90, "in"), touch]));
  expect(glance[0]).toBe("They wrote 3 months ago");
});

test("where talk is known up to a day of the past, the glance card says the day once", () => {
  const old: Coverage = {
    archives: [{ from: 0, to: Date.UTC(2026, 1, 3, 12), kinds: ["message"] }],
  };
  const talked = person([message(140, "in"), message(139, "out")]);
  expect(glimpse(talked, old).glance).toEqual(["You wrote 4 months ago", "Data up to February 3."]);
  const none = glimpse(person([{ ...message(900, "in"), kind: "connected" }]), old).glance;
  expect(none).toHaveLength(1);
  expect(none[0]).toContain("up to February 3");
});

test("of somebody the history does not know there is one sentence", () => {
  expect(glimpse(undefined).glance).toEqual(["Nothing known yet"]);
});

test("nothing the user wrote is part of a glimpse", () => {
  const own = fc.string({ minLength: 4, maxLength: 30 }).map((words) => `own ${words} words`);
  fc.assert(
    fc.property(own, own, own, own, (note, tag, howMet, name) => {
      const said = glimpse(
        person([{ ...message(3, "in"), kind: "meeting", words: note }], {
          notes: [{ id: "n", text: note, at: NOW }],
          tags: [tag],
          howMet: { value: howMet, at: NOW },
          name: { value: name, at: NOW },
        }),
      );
      const all = Object.values(said).flat().join("\n");
      return [note, tag, howMet, name].every((words) => !all.includes(words));
    }),
  );
});
