import "./extension-of-the-tests.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { tieSummary } from "../../src/domain/tie/tie-summary.ts";
import { tie } from "../../src/domain/tie/tie.ts";
import { runs } from "../effort.ts";
import { occasion, opener, TONES } from "../../src/words/openers.ts";
import { NOW, someInteractions } from "../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, contact, daysAgo } from "../domain/interactions/facts.ts";

const known = (facts: readonly Interaction[], coverage?: Coverage) => {
  const summary = tieSummary(facts);
  return {
    name: "Lucía Example-Petrov",
    tie: tie(summary, coverage ? { coverage } : {}, NOW),
    ...(summary.connected && { connected: summary.connected }),
  };
};
const brief = (person: Parameters<typeof opener>[0]) => opener(person, "brief", NOW);
const mine = (days: number) => contact(days, { direction: "out" });

const asked = chats(6, 30, 180);
const answered = [...asked, mine(170)];

test("who owes a reply apologises for it", () => {
  expect(brief(known(asked))).toBe("Hi Lucía, sorry for the late reply.");
});

test("nobody apologises for a pitch without an answer, and nobody says they talked", () => {
  const pitches = [400, 300, 200].map((days) => contact(days, { kind: "inmail" }));
  for (const facts of [[contact(300)], pitches, [...pitches, mine(150)], [...pitches, mine(350)]])
    for (const tone of TONES)
      expect(opener(known(facts), tone, NOW)).not.toMatch(/sorry|apolog|talked|late/iu);
});

test("a silence is named only where it is known and nobody waits for an answer", () => {
  expect(occasion(known([...asked, contact(169), mine(168)]), NOW)).toMatchObject({ of: "silent" });
  const pages = { watchingSince: daysAgo(900), archives: [] };
  expect(occasion(known(answered, pages), NOW)).toStrictEqual({ of: "again" });
  const ended: Coverage = {
    archives: [{ from: daysAgo(900), to: daysAgo(100), kinds: ["message"] }],
  };
  expect(occasion(known(answered, ended), NOW)).toStrictEqual({ of: "again" });
  expect(occasion(known([...asked, mine(3)]), NOW)).toStrictEqual({ of: "again" });
});

test("news of a company comes first when it is newer than the last exchange", () => {
  const news = { what: "company", before: "Old Works", after: "New Works", since: 0 } as const;
  expect(brief({ ...known(asked), news: { ...news, at: NOW } })).toBe(
    "Hi Lucía, congratulations on New Works! How is it going?",
  );
  expect(brief({ ...known(asked), news: { ...news, at: 0 } })).toBe(
    "Hi Lucía, sorry for the late reply.",
  );
});

test("a new headline is an occasion, but less than a reply that is owed", () => {
  const news = { what: "headline", before: "Cooper", after: "Brewer", since: 0, at: NOW } as const;
  expect(brief({ ...known(asked), news })).toContain("late reply");
  expect(brief({ ...known(answered), news })).toBe(
    "Hi Lucía, noticed your new headline. What is new?",
  );
  expect(brief({ ...known(answered), news: { ...news, at: 0 } })).not.toContain("headline");
});

test("somebody not talked with yet is told so only where a source would show a talk", () => {
  const connection = [connected(900)];
  expect(brief(known(connection))).toBe(
    "Hi Lucía, we connected in 2023 but never talked. Shall we?",
  );
  expect(brief(known(connection, { archives: [] }))).toBe(
    "Hi Lucía, we connected in 2023. What are you working on?",
  );
});

test("where nothing is known there is no opener", () => {
  expect(brief(known([]))).toBeUndefined();
});

test("no opener has a hole in it, whatever is known", () => {
  fc.assert(
    fc.property(someInteractions, fc.constantFrom(...TONES), fc.boolean(), (facts, tone, isNew) => {
      const news = { what: "company", before: "A", after: "B", since: 0, at: NOW + 1 } as const;
      const words = opener({ ...known(facts), ...(isNew && { news }) }, tone, NOW);
      if (words === undefined) return;
      expect(words).toMatch(/^(Hi|Dear) Lucía, /);
      expect(words).not.toMatch(/undefined|NaN|\$\w| {2}|\b0 (day|week|month|year)/);
    }),
  );
});

test("the user's own words stand in their tone, with name, company and last talk filled in", () => {
  const templates = { warm: "Dear {first} of {company}, since {since} much has happened. {other}" };
  const person = {
    ...known([...chats(6, 30, 180), mine(170), contact(160)]),
    company: "Tin Whistle",
  };
  const words = opener(person, "warm", NOW, templates);
  expect(words).toMatch(
    /^Dear Lucía of Tin Whistle, since \p{L}+ \d{4} much has happened\. \{other\}$/u,
  );
  expect(opener(person, "brief", NOW, templates)).toBe(opener(person, "brief", NOW));
});

test("own words are not used where something in them is not known", () => {
  const pages = { watchingSince: daysAgo(900), archives: [] };
  const usual = (person: Parameters<typeof opener>[0]) => opener(person, "warm", NOW);
  const nowhere = known(answered);
  expect(opener(nowhere, "warm", NOW, { warm: "Hi from {company}" })).toBe(usual(nowhere));
  // Nothing covers the time since: a later talk may be missing.
  const uncovered = known(answered, pages);
  expect(opener(uncovered, "warm", NOW, { warm: "Since {since}" })).toBe(usual(uncovered));
  const never = known([connected(900)]);
  expect(opener(never, "warm", NOW, { warm: "Since {since}" })).toBe(usual(never));
  expect(opener(never, "warm", NOW, { warm: "Hi {first}" })).toBe("Hi Lucía");
});

test("a name or company with signs of a template in it is only text", () => {
  const person = { ...known([connected(900)]), company: "{first} $& $1" };
  expect(opener(person, "warm", NOW, { warm: "At {company}" })).toBe("At {first} $& $1");
});

test("own words with {since} name no month that the history does not show", () => {
  fc.assert(
    fc.property(someInteractions, (facts) => {
      const person = known(facts);
      const words = opener(person, "warm", NOW, { warm: "since {since}!" });
      if (!words?.startsWith("since ")) return;
      expect(person.tie.twoWay).toBe(true);
      expect(person.tie.quietDays).toBe(person.tie.silentDays);
    }),
    { numRuns: runs(300) },
  );
});
