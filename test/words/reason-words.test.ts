import "./extension-of-the-tests.ts";
import { expect, test } from "vitest";
import type { StrengthReason, SuggestionReason } from "../../src/domain/reasons.ts";
import { plainName } from "../../src/words/name-text.ts";
import { reasonText } from "../../src/words/reason-words.ts";

const now = new Date(2026, 4, 20, 12).getTime();
const at = new Date(2026, 1, 18, 12).getTime();
const lastYear = new Date(2025, 4, 3, 12).getTime();

const SENTENCES: readonly (readonly [StrengthReason | SuggestionReason, string])[] = [
  [{ code: "never" }, "Nothing has passed between you, as far as is known."],
  [{ code: "one-way", direction: "in", days: 1 }, "They wrote on one day; nothing went back."],
  [{ code: "one-way", direction: "out", days: 12 }, "You wrote on 12 days; nothing came back."],
  [
    { code: "remembered", twoWayDays: 10.7, share: 0.384, silentDays: 184 },
    "Worth 11 days of writing back and forth; 38% of that is left after 6 months of silence.",
  ],
  [
    { code: "remembered", twoWayDays: 1, share: 0.5, silentDays: 70, knownUntil: at },
    "Worth 1 day of writing back and forth; 50% of that is left after 2 months of silence. Known up to February 18 only.",
  ],
  [
    { code: "rhythm", gapDays: 31, silentDays: 184 },
    "You used to talk about every month; silent for 6 months.",
  ],
  [
    { code: "own-cadence", gapDays: 91, silentDays: 184 },
    "You want to talk every 3 months; silent for 6 months.",
  ],
  [
    { code: "talked-days", days: 12, firstYear: 2018, lastYear: 2021 },
    "You talked on 12 days, 2018–2021.",
  ],
  [
    { code: "talked-days", days: 2, firstYear: 2018, lastYear: 2018 },
    "You talked on 2 days, 2018.",
  ],
  [{ code: "talked-once", at }, "You talked once, in February 2026."],
  [{ code: "connected-never-talked", at }, "Connected since 2026, but never talked."],
  [{ code: "only-in-field", field: "design" }, "The only person you have talked with in design."],
  [
    { code: "only-at-company", company: "Example Works" },
    "Your only contact at \u2068Example Works\u2069.",
  ],
  [{ code: "wrote-last", at }, "They wrote last, 3 months ago."],
  [
    { code: "same-company", company: "Example Works", still: false },
    "You both worked at \u2068Example Works\u2069.",
  ],
  [
    { code: "same-company", company: "Example Works", still: true },
    "You both work at \u2068Example Works\u2069.",
  ],
  [
    { code: "changed-company", before: "Old Works", after: "New Works", since: lastYear, at },
    "Changed jobs since you last talked: \u2068Old Works\u2069 (last seen May 3, 2025) to \u2068New Works\u2069 (first seen February 18).",
  ],
  [
    { code: "changed-headline", before: "Cooper", after: "Brewer", since: lastYear, at },
    "A new headline since you last talked: “\u2068Brewer\u2069” (first seen February 18), before that “\u2068Cooper\u2069” (last seen May 3, 2025).",
  ],
  [{ code: "mutual", count: 1 }, "1 mutual connection."],
  [{ code: "mutual", count: 1234 }, "1,234 mutual connections."],
];

test.each(SENTENCES)("the reason %j is told in one sentence", (reason, sentence) => {
  expect(reasonText(reason, now)).toBe(sentence);
});

test("a name is shown without the controls that would turn the sentence around", () => {
  expect(plainName("Alex\u202Egnp.exe\n Example\u200B")).toBe("Alex gnp.exe Example");
  expect([...plainName("x".repeat(500))].length).toBe(120);
});
