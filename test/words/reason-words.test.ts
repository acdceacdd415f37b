import "./extension-of-the-tests.ts";
import { expect, test } from "vitest";
import type { StrengthReason, SuggestionReason } from "../../src/domain/suggestions/reasons.ts";
import { plainName } from "../../src/words/name-text.ts";
import { reasonDates, reasonText } from "../../src/words/reason-words.ts";

const now = new Date(2026, 4, 20, 12).getTime();
const at = new Date(2026, 1, 18, 12).getTime();
const lastYear = new Date(2025, 4, 3, 12).getTime();

const since = { from: at, to: at };
const year = (number: number) => Date.UTC(number, 6, 1, 12);

const SENTENCES: readonly (readonly [StrengthReason | SuggestionReason, string])[] = [
  [{ code: "unknown" }, "No source shows your talks with this person."],
  [{ code: "not-talked", touched: false }, "No messages between you."],
  [
    { code: "not-talked", touched: true, until: lastYear },
    "No messages between you up to May 3, 2025.",
  ],
  [{ code: "one-way", direction: "in", days: 1, final: false }, "They contacted you on one day."],
  [
    { code: "one-way", direction: "in", days: 1, final: true },
    "They contacted you on one day. You have not answered.",
  ],
  [
    { code: "one-way", direction: "out", days: 12, final: true },
    "You contacted them on 12 days. They have not answered.",
  ],
  [{ code: "uneven", daysIn: 12, daysOut: 1 }, "Days with an exchange: 12 from them, 1 from you."],
  [{ code: "in-groups" }, "You both wrote in group conversations."],
  [{ code: "rhythm", gapDays: 31 }, "You usually talk every month."],
  [{ code: "rhythm", gapDays: 31, isPast: true }, "You used to talk every month."],
  [{ code: "rhythm", gapDays: 62, since }, "You usually talk every 2 months. It's been 3 months."],
  [{ code: "rhythm", gapDays: 1, since: { from: now, to: now } }, "You usually talk every day."],
  [
    { code: "own-cadence", gapDays: 91, since },
    "You want to talk every 3 months. It's been 3 months.",
  ],
  [
    { code: "talked-days", days: 12, firstAt: year(2018), lastAt: year(2021) },
    "You talked on 12 days in 2018 – 2021.",
  ],
  [
    { code: "talked-days", days: 2, firstAt: year(2018), lastAt: year(2018) },
    "You talked on 2 days in 2018.",
  ],
  [{ code: "talked-once", at, only: true }, "You talked once, in February 2026."],
  [{ code: "talked-once", at, only: false }, "You talked in February 2026."],
  [{ code: "connected-never-talked", from: at, to: at }, "Connected since 2026, not talked yet."],
  [
    { code: "connected-never-talked", from: at, to: at, until: lastYear },
    "Connected since 2026, no messages up to May 3, 2025.",
  ],
  [{ code: "only-in-field", field: "design" }, "Your only contact in this field: design."],
  [
    { code: "only-at-company", company: "Example Works" },
    "Your only contact at \u2068Example Works\u2069.",
  ],
  [{ code: "wrote-last", at }, "You owe them a reply."],
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
    "Now at \u2068New Works\u2069, was at \u2068Old Works\u2069.",
  ],
  [
    { code: "changed-headline", before: "Cooper", after: "Brewer", since: lastYear, at },
    "New headline: “\u2068Brewer\u2069”.",
  ],
  [{ code: "mutual", count: 1 }, "1 mutual connection."],
  [{ code: "mutual", count: 1234 }, "1,234 mutual connections."],
];

test.each(SENTENCES)("the reason %j is told in plain sentences", (reason, sentence) => {
  expect(reasonText(reason, now)).toBe(sentence);
});

test("a name is shown without the controls that would turn the sentence around", () => {
  expect(plainName("Alex\u202Egnp.exe\n Example\u200B")).toBe("Alex gnp.exe Example");
  expect([...plainName("x".repeat(500))].length).toBe(120);
});

test("a change of work has its dates in a tooltip, other reasons have none", () => {
  const change = {
    code: "changed-company",
    before: "Old",
    after: "New",
    since: lastYear,
    at,
  } as const;
  expect(reasonDates(change, now)).toBe("Old last seen May 3, 2025, new first seen February 18");
  expect(reasonDates({ code: "mutual", count: 3 }, now)).toBeUndefined();
});

test("a school in common and how the two met have sentences", () => {
  expect(plainName(reasonText({ code: "same-school", school: "Sample University" }, now))).toBe(
    "You were both at Sample University .",
  );
  expect(plainName(reasonText({ code: "met", how: "the choir" }, now))).toBe(
    "How you met: the choir",
  );
});

test("a cadence of the user's own is said in days where no longer unit is exact", () => {
  const cadence = (gapDays: number) => reasonText({ code: "own-cadence", gapDays }, now);
  expect(cadence(30)).toBe("You want to talk every month.");
  expect(cadence(45)).toBe("You want to talk every 45 days.");
});
