/** The language at run time: chosen apart from the browser's, and another one at any moment. */
import { afterEach, expect, expectTypeOf, test } from "vitest";
import { bestLanguage } from "../../src/words/languages.ts";
import { dayText, durationText } from "../../src/words/moments.ts";
import { speakAtOnce } from "../../src/words/speak-at-once.ts";
import { speakOnPage } from "../../src/words/speak-on-page.ts";
import {
  interfaceLanguage,
  type Language,
  numberText,
  sentencesText,
  speak,
  text,
  textDirection,
  type TextKey,
  unbroken,
} from "../../src/words/text.ts";

const ENGLISH: Language = { tag: "en", name: "English", direction: "ltr" };
const GERMAN: Language = { tag: "de", name: "Deutsch", direction: "ltr" };
const HEBREW: Language = { tag: "he", name: "עברית", direction: "rtl" };
const PORTUGUESE: Language = { tag: "pt", name: "Português", direction: "ltr" };
const MEXICAN: Language = { tag: "es-MX", name: "Español", direction: "ltr" };
const THERE = [GERMAN, ENGLISH, HEBREW, MEXICAN, PORTUGUESE];

const MAY = Date.UTC(2024, 4, 3, 12);

afterEach(() => speakAtOnce("en", "en"));

test.each([
  ["the chosen language goes before the browser's", "he", "de", "he"],
  ["without a choice it is the browser's", undefined, "de", "de"],
  ["a region of a language is that language", undefined, "pt-BR", "pt"],
  ["a language is the region of it that is there", undefined, "es", "es-MX"],
  ["a region of a language is another region of it", undefined, "es-ES", "es-MX"],
  ["a language that is not there is English", undefined, "fi-FI", "en"],
  ["a choice that is not there any more is the browser's language", "xx", "de-AT", "de"],
])("%s", (_, chosen, preferred, best) => {
  expect(bestLanguage(chosen, preferred, THERE).tag).toBe(best);
});

test("another language is spoken from the moment it is chosen, dates, numbers and direction included", () => {
  speakAtOnce("en", "en-GB");
  expect([text("close"), textDirection(), interfaceLanguage()]).toEqual(["Close", "ltr", "en-GB"]);
  expect([dayText(MAY, 0), durationText(90)]).toEqual(["3 May 2024", "3 months"]);
  speak(GERMAN, { close: "Schließen" }, "en-GB");
  expect([text("close"), numberText(1234.5)]).toEqual(["Schließen", "1.234,5"]);
  expect([dayText(MAY, 0), durationText(90)]).toEqual(["3. Mai 2024", "3 Monate"]);
  speak(HEBREW, { close: "סגירה" }, "en-GB");
  expect([text("close"), textDirection(), interfaceLanguage()]).toEqual(["סגירה", "rtl", "he"]);
});

test("a plural is that of the language spoken", () => {
  const forms = (
    { count }: Readonly<Record<string, string | number>>,
    _: unknown,
    category: (value: number) => string,
  ) => category(Number(count));
  speak({ tag: "pl", name: "Polski", direction: "ltr" }, { peopleCount: forms }, "en");
  expect([1, 2, 5].map((count) => text("peopleCount", { count }))).toEqual(["one", "few", "many"]);
});

test("a page speaks the chosen language, or the browser's when the choice is not known", async () => {
  await speakOnPage(Promise.resolve("en"), "de");
  expect([text("close"), interfaceLanguage()]).toEqual(["Close", "en"]);
  await speakOnPage(Promise.resolve(undefined), "en-GB");
  expect([text("close"), interfaceLanguage()]).toEqual(["Close", "en-GB"]);
});

test("sentences stand after one another; those that are not said leave no space", () => {
  expect(sentencesText(["One.", undefined, "Two.", "Three."])).toBe("One. Two. Three.");
  expect(sentencesText([undefined, "Two."])).toBe("Two.");
});

test("the compiler knows which values a message needs", () => {
  expectTypeOf<"close">().toExtend<TextKey>();
  expectTypeOf<"peopleCount">().not.toExtend<TextKey>();
  expectTypeOf<"peopleCount">().toExtend<TextKey<{ count: number }>>();
  expectTypeOf<"peopleCount">().not.toExtend<TextKey<{ count: string }>>();
  expectTypeOf<"lastMessageIn">().toExtend<TextKey<{ ago: string }>>();
  // @ts-expect-error a value that is needed
  expect(() => text("lastMessageIn")).not.toThrow();
  // @ts-expect-error a number that is text
  expect(text("peopleCount", { count: "1" })).toBeTruthy();
  // @ts-expect-error a value the message does not have
  expect(text("close", { count: 1 })).toBe("Close");
  // @ts-expect-error a message that is not there
  expect(text("nobodyWroteThis")).toBe("nobodyWroteThis");
  const either: "outcomeDone" | "outcomeLater" = Math.random() < 2 ? "outcomeLater" : "outcomeDone";
  // @ts-expect-error what one of the two needs
  expect(text(either, { name: "Ana" })).toContain("Ana");
});

test("a number and its unit stay on one line in every language with spaces between words", () => {
  expect(unbroken("You usually talk every month. It's been 4 months.")).toBe(
    "You usually talk every month. It's been 4\u00A0months.",
  );
  expect(unbroken("vor 12 Wochen, am 3. Mai 2024, 5 of 7")).toBe(
    "vor 12\u00A0Wochen, am 3. Mai 2024, 5\u00A0of 7",
  );
  expect(unbroken("منذ ٤ أشهر")).toBe("منذ ٤\u00A0أشهر");
  expect(unbroken("自分からコメントした日：4日。")).toBe("自分からコメントした日：4日。");
});
