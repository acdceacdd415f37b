import "./extension-of-the-tests.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { opener, TONES } from "../../src/words/openers.ts";
import { alex, now } from "../components/invented-person.ts";

const { tie } = alex();
const known = { name: "Lucía Example-Petrov", tie };
const connected = { from: new Date(2019, 3, 2).getTime(), to: new Date(2019, 3, 2).getTime() };
const { last: _last, lastExchange: _lastExchange, silentDays: _silent, ...stranger } = tie;

test("an opener says who wrote last and how long ago", () => {
  expect(opener(known, "warm")).toBe(
    "Hi Lucía, you wrote last, and that was 3 months ago. Sorry for going quiet! How are you?",
  );
});

test("news of a company comes first when it is newer than the last talk", () => {
  const news = { what: "company", before: "Old Works", after: "New Works", since: 0 } as const;
  expect(opener({ ...known, news: { ...news, at: now } }, "brief")).toBe(
    "Hi Lucía, congratulations on New Works! How is it going?",
  );
  expect(opener({ ...known, news: { ...news, at: 0 } }, "brief")).toBe(
    "Hi Lucía, sorry for going quiet. How are you?",
  );
});

test("a new headline is an occasion, but less than that they wrote last", () => {
  const news = { what: "headline", before: "Cooper", after: "Brewer", since: 0, at: now } as const;
  expect(opener({ ...known, news }, "brief")).toBe("Hi Lucía, sorry for going quiet. How are you?");
  const { wroteLast: _wrote, ...answered } = tie;
  expect(opener({ ...known, tie: answered, news }, "brief")).toBe(
    "Hi Lucía, I saw your new headline. What is new?",
  );
  expect(opener({ ...known, tie: answered, news: { ...news, at: 0 } }, "brief")).not.toContain(
    "headline",
  );
});

test("somebody never talked with is not told that it has been long", () => {
  expect(opener({ name: "Alex Example", tie: stranger, connected }, "brief")).toBe(
    "Hi Alex, connected since 2019 and never talked. Shall we?",
  );
});

test("where nothing is known there is no opener", () => {
  expect(opener({ name: "Alex Example", tie: stranger }, "warm")).toBeUndefined();
});

test("a name in a script without our order of names is used whole", () => {
  expect(opener({ ...known, name: "山田 太郎" }, "brief")).toContain("山田 太郎");
});

test("no opener has a hole in it, whatever is known", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TONES),
      fc.constantFrom("in" as const, "out" as const, undefined),
      fc.constantFrom("message" as const, "meeting" as const, "comment" as const),
      fc.boolean(),
      (tone, wroteLast, kind, isNew) => {
        const { wroteLast: _wrote, ...rest } = tie;
        const last = {
          ...tie.lastExchange,
          kind,
          direction: "in",
          from: 0,
          to: now,
          source: "page",
        } as const;
        const words = opener(
          {
            name: "Alex Example",
            tie: { ...rest, lastExchange: last, ...(wroteLast && { wroteLast }) },
            ...(isNew && {
              news: { what: "company", before: "A", after: "B", since: 0, at: now + 1 } as const,
            }),
          },
          tone,
        );
        expect(words).toMatch(/^(Hi|Dear) Alex, /);
        expect(words).not.toMatch(/undefined|NaN|\$\d| {2}/);
      },
    ),
  );
});
