/** What holds for every language but English, beside what holds for all (`messages.test.ts`). */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { argumentsOf, parts } from "../../practice/messages/compiled.ts";
import {
  SOURCE_LANGUAGE,
  type Written,
  writtenLanguages,
} from "../../practice/messages/written.ts";

const root = new URL("../../", import.meta.url);
const languages = writtenLanguages();
const english: Readonly<Record<string, Written>> = languages.get(SOURCE_LANGUAGE) ?? {};
const translated = [...languages].filter(([tag]) => tag !== SOURCE_LANGUAGE);

/** The words of a message without its values, its syntax and what no language translates. */
function words(message: string): string {
  return message
    .replaceAll(/\b(?:Tielight|LinkedIn|Chrome|Firefox|CSV|ZIP|JSON|vCard|\w+\.csv)\b/g, "")
    .replaceAll(/\{\w+(?:, (?:plural|select|number),?)?|[{}#]|\b(?:=\d|one|other)(?= ?\{)/g, " ");
}

/** Whether English words were left standing: two or more, in the same message. */
const isLeft = (key: string, message: string): boolean =>
  message === english[key]?.message &&
  // Addresses are the same in every language.
  (
    words(message)
      .replace(/\w+:\/\/\S+/g, "")
      .match(/[a-z]{3,}/gi) ?? []
  ).length >= 2;

/** Whether a label that is short in English would no longer fit where it stands. */
const isTooLong = (key: string, message: string): boolean => {
  const short = english[key]?.message ?? "";
  return (
    short.length <= 20 &&
    argumentsOf(parts(short)).size === 0 &&
    message.length > short.length * 2 + 8
  );
};

/** Messages that may count none of something: "one person" would be untrue in them where the form for one stands for none, too. */
const MAY_BE_NONE = [
  "balanceTooLittle",
  "backtestTooFewPeople",
  "backtestTooShort",
  "backtestTooFewCases",
] as const;

test("the rules find what they are made for", () => {
  expect(isLeft("reallyErase", english["more"]?.message ?? "")).toBe(false);
  const [sentence = ""] = Object.keys(english).filter((key) =>
    /^[A-Z][a-z]+ [a-z]+ [a-z]+/.test(english[key]?.message ?? ""),
  );
  expect(isLeft(sentence, english[sentence]?.message ?? "")).toBe(true);
  expect(isTooLong("more", "Noch viel mehr und alles andere")).toBe(true);
});

describe.each(translated)("the translation into %s", (tag, messages) => {
  const all = Object.entries(messages);

  test("says everything", () => {
    expect(Object.keys(english).filter((key) => !(key in messages))).toEqual([]);
  });

  test("leaves no English standing", () => {
    expect(all.filter(([key, { message }]) => isLeft(key, message)).map(([key]) => key)).toEqual(
      [],
    );
  });

  test("keeps short labels short", () => {
    expect(
      all
        .filter(([key, { message }]) => isTooLong(key, message))
        .map(([key, { message }]) => `${key}: ${message}`),
    ).toEqual([]);
  });

  test("has every plural form of the language wherever something is counted", () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const lacking = all.flatMap(([key, { message }]) =>
      parts(message).flatMap((token) =>
        token.type === "plural"
          ? categories
              .filter((category) => !token.cases.some((one) => one.key === category))
              .map((category) => `${key}: ${category}`)
          : [],
      ),
    );
    expect(lacking).toEqual([]);
  });

  test("says a number where one form stands for none, too", () => {
    if (new Intl.PluralRules(tag).select(0) !== "one") return;
    const wordy = MAY_BE_NONE.flatMap((key) =>
      parts(messages[key]?.message ?? "").flatMap((token) => {
        if (token.type !== "plural" || token.cases.some((one) => one.key === "=0")) return [];
        const one = token.cases.find((form) => form.key === "one");
        return one?.tokens.some(({ type }) => type === "octothorpe") ? [] : [key];
      }),
    );
    expect(wordy).toEqual([]);
  });

  test("calls each band by another word", () => {
    const bands = all.filter(
      ([key]) => /^band[A-Z][A-Za-z]*$/.test(key) && !key.startsWith("bandMeaning"),
    );
    expect(bands.length).toBeGreaterThan(6);
    const names = bands.map(([, { message }]) => message);
    expect(new Set(names).size).toBe(names.length);
  });

  test("has the browser's own words, and a glossary that says what is uncertain", () => {
    expect(
      existsSync(new URL(`public/_locales/${tag.replace("-", "_")}/messages.json`, root)),
    ).toBe(true);
    const glossary = readFileSync(new URL(`src/words/glossaries/${tag}.md`, root), "utf8");
    expect(glossary).toContain("No native speaker has read");
    const [, uncertain = ""] = glossary.split("## Uncertain");
    const keys = [...uncertain.matchAll(/`(\w+)`/g)].map(([, key]) => key ?? "");
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });
});
