import fc from "fast-check";
import { expect, test } from "vitest";
import {
  argumentsOf,
  compiledLanguage,
  parts,
  UnusableMessage,
} from "../../../practice/messages/compiled.ts";
import type { Messages } from "../../../src/words/text.ts";

type Values = Readonly<Record<string, string | number>>;

/** The messages as a browser would load them. */
async function loaded(messages: Readonly<Record<string, string>>): Promise<Messages> {
  const code = `export default ${compiledLanguage(new Map(Object.entries(messages)))}`;
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as {
    readonly default: Messages;
  };
  return module.default;
}

/** A message in English or another language. */
async function said(message: string, values: Values = {}, tag = "en"): Promise<string> {
  const { key } = await loaded({ key: message });
  const plurals = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  if (typeof key !== "function") return key ?? "";
  return key(
    values,
    (value) => numbers.format(value),
    (value) => plurals.select(value),
  );
}

test("a message without arguments is text, whatever signs are in it", async () => {
  const words = fc.string({ unit: "binary" });
  await fc.assert(
    fc.asyncProperty(words, async (one) => {
      // ICU's own signs are put in quotes.
      const message = one.replaceAll("'", "''").replaceAll(/[{}]/g, (sign) => `'${sign}'`);
      expect(await said(message)).toBe(one);
    }),
    { numRuns: 200 },
  );
});

test("a value goes in as it is, also where it looks like code or ICU", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (name) => {
      expect(await said("Of {name}, {name}.", { name })).toBe(`Of ${name}, ${name}.`);
    }),
    { numRuns: 100 },
  );
});

test("a number alone is text, too", async () => {
  expect(await said("{count}", { count: 5 })).toBe("5");
  expect(await said("{count, number}", { count: 12_345 })).toBe("12,345");
});

test("each number meets the form of its plural category, and is written as the language writes numbers", async () => {
  const message = "{count, plural, one {# day with {name}} other {# days with {name}}}";
  expect(await said(message, { count: 1, name: "Ana" })).toBe("1 day with Ana");
  expect(await said(message, { count: 0, name: "Ana" })).toBe("0 days with Ana");
  expect(await said(message, { count: 12_345, name: "Ana" })).toBe("12,345 days with Ana");
  const polish = "{count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}";
  expect(await said(polish, { count: 1 }, "pl")).toBe("1 dzień");
  expect(await said(polish, { count: 22 }, "pl")).toBe("22 dni");
  expect(await said(polish, { count: 1.5 }, "pl")).toBe("1,5 dnia");
});

test("a form for one number goes before the form for its category, wherever it stands", async () => {
  const message = "{count, plural, one {one} =1 {just one} =0 {nobody} other {#}}";
  expect(await Promise.all([0, 1, 2].map((count) => said(message, { count })))).toEqual([
    "nobody",
    "just one",
    "2",
  ]);
});

test("a select takes the case of its value, and other for every other value", async () => {
  const message = "{who, select, in {They wrote} out {You wrote} other {You talked}} {ago}.";
  expect(await said(message, { who: "in", ago: "today" })).toBe("They wrote today.");
  expect(await said(message, { who: "out", ago: "today" })).toBe("You wrote today.");
  expect(await said(message, { who: "both", ago: "today" })).toBe("You talked today.");
});

test("plurals and selects stand in one another, and # is the number of the plural around it", async () => {
  const message =
    "{who, select, in {{count, plural, one {They wrote once} other {They wrote # times}}} other {{count, plural, one {once} other {# times}}}}";
  expect(await said(message, { who: "in", count: 3 })).toBe("They wrote 3 times");
  expect(await said(message, { who: "out", count: 1 })).toBe("once");
});

test.each([
  ["a brace that is left open", "{count"],
  ["a plural without a form for everything else", "{count, plural, one {#}}"],
  ["a form of number that is not known", "{count, spellout}"],
  ["an ordinal", "{count, selectordinal, other {#}}"],
  ["an offset", "{count, plural, offset:1 other {#}}"],
])("%s is refused with the key of the message", async (_, message) => {
  await expect(loaded({ theKey: message })).rejects.toThrow(UnusableMessage);
  await expect(loaded({ theKey: message })).rejects.toThrow("theKey");
});

test("the arguments of a message are all that stand in any of its forms", () => {
  const message = "{a, plural, one {x} other {{b} {c, select, d {{e}} other {}}}}";
  expect([...argumentsOf(parts(message))]).toEqual([
    ["a", "number"],
    ["b", "text"],
    ["c", "text"],
    ["e", "text"],
  ]);
});
