import { expect, test } from "vitest";
import { calendarDay, dayInterval } from "../../../src/linkedin/languages/calendar-day.ts";
import { degree } from "../../../src/linkedin/languages/degree.ts";
import { language, latinDigits } from "../../../src/linkedin/languages/language.ts";

/** Every language the site is offered in, by the codes it writes. */
const LANGUAGES =
  "ar bn cs da de el en es fa fi fr hi hu in it iw ja ko mr ms nl no pa pl pt ro ru sv te th tl tr uk vi zh".split(
    " ",
  );

test("codes of the page, old ones too, lead to a language; others are unknown", () => {
  const codes = ["en", "en-US", "pt-BR", "zh_TW", "iw", "in", "HE", "", "xx-YY", undefined, null];
  expect(codes.map(language)).toEqual([
    "en",
    "en-US",
    "pt-BR",
    "zh-TW",
    "he",
    "id",
    "he",
    "unknown",
    "unknown",
    "unknown",
    "unknown",
  ]);
  expect(LANGUAGES.filter((code) => language(code) === "unknown")).toEqual([]);
});

const DEGREES = [
  ["en", ["· 1st", "1st degree connection"], "• 2nd", ["• 3rd+", "3rd"]],
  ["de", ["· 1.", "1. Grades"], "• 2.", ["• 3.+", "3."]],
  ["fr", ["• 1er", "1er"], "• 2e", ["• 3e et +", "3e"]],
  ["es", ["• 1.º", "1er"], "• 2.º", ["• 3.º+", "3º"]],
  ["pt", ["• 1º"], "• 2º", ["• 3º+"]],
  ["it", ["• 1°"], "• 2°", ["• 3°+"]],
  ["nl", ["• 1e"], "• 2e", ["• 3e+"]],
  ["pl", ["• 1.", "1. stopnia"], "• 2.", ["• 3.+"]],
  ["tr", ["• 1.", "1. dereceden"], "• 2.", ["• 3.+"]],
  ["ja", ["• 1次"], "• 2次", ["• 3次+"]],
  ["zh", ["• 1 度", "一度"], "• 2 度", ["• 3 度+"]],
  ["ar", ["• ١", "• الأولى"], "• 2", ["• 3+"]],
  ["he", ["• 1", "ראשונה", "קשר ראשון"], "• שנייה", ["• 3+", "שלישית"]],
  ["ko", ["• 1촌"], "• 2촌", ["• 3촌+"]],
] as const;

for (const [code, first, second, third] of DEGREES) {
  test(`degrees are understood in ${code}`, () => {
    expect(first.filter((text) => degree(text) !== 1)).toEqual([]);
    expect(degree(second)).toBe(2);
    expect(third.filter((text) => degree(text) !== 3)).toEqual([]);
  });
}

/** "Beyond the second" as the languages of the site write it: Portuguese measured in July 2026, English until 2026, others general knowledge. */
const BEYOND = {
  en: ["• 3rd+", "3rd +"],
  pt: ["• 3º e +", "3º e +", "· 3° e +", "• 3º e mais"],
  fr: ["• 3e et +", "3e et plus", "• 3e+"],
  es: ["• 3.º y +", "3er+", "3.er+", "• 3.º o más"],
  it: ["• 3° e +", "3° e oltre"],
  de: ["• 3. und +", "3.+"],
  nl: ["• 3e en +", "3e+"],
  pl: ["3. stopnia i dalsze", "• 3. i +"],
  cs: ["• 3. a další", "3.+"],
  sv: ["• 3:e+", "3:e och över"],
  da: ["• 3.+"],
  tr: ["• 3. ve üzeri", "3. dereceden+"],
  ru: ["• 3-й и +", "3-й и далее", "3-я+"],
  uk: ["• 3-й і далі"],
  el: ["• 3ου+", "3ος+"],
  ja: ["3次以上", "• 3次+"],
  ko: ["3촌 이상", "• 3촌+"],
  zh: ["3 度+", "• 3 度以上", "三度+"],
  id: ["• ke-3+"],
  tl: ["• ika-3+"],
  vi: ["• cấp 3+"],
  th: ["• อันดับ 3+"],
  bn: ["• ৩য়+"],
  ar: ["الثالثة+", "• ٣+"],
  he: ["שלישית+"],
} as const;

for (const [code, texts] of Object.entries(BEYOND)) {
  test(`degrees beyond the second are understood in ${code}`, () => {
    expect(texts.filter((text) => degree(text) !== 3)).toEqual([]);
  });
}

test("only the third degree goes on: other numbers with a plus are counts", () => {
  const none = ["1+", "2+", "• 1st+", "99+", "3 mo +", "3d +", "+3", "3 e a +", "3+ comments"];
  expect(none.filter((text) => degree(text) !== undefined)).toEqual([]);
});

test("ages, counts and words are no degree", () => {
  const none = [
    "• 3d",
    "2h •",
    "1w",
    "3mo",
    "2 Tg.",
    "1 comment",
    "• 20h",
    "• 12th",
    "1st place",
    "2nd-hand",
    "1 de marzo",
    "2 e",
    "4th",
    "0.",
  ];
  expect(none.filter((text) => degree(text) !== undefined)).toEqual([]);
  for (const code of LANGUAGES) {
    const tag = language(code);
    for (const unit of ["minute", "hour", "day", "week", "month", "year"] as const) {
      for (const count of [1, 2, 3]) {
        for (const style of ["narrow", "short", "long"] as const) {
          const units = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: style });
          const ages = new Intl.RelativeTimeFormat(tag, { style });
          for (const text of [units.format(count), ages.format(-count, unit)])
            expect(degree(`• ${text}`), `${text} in ${code}`).toBeUndefined();
        }
      }
    }
  }
});

test("digits of every writing are digits", () => {
  expect(
    latinDigits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ०१२३४५६७८९ ০১২৩৪৫৬৭৮৯ ๐๑๒๓๔๕๖๗๘๙ 0123456789 ２０２５"),
  ).toBe("0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 2025");
});

test("every language's own way of writing a day is understood, whatever the month", () => {
  for (const code of LANGUAGES.map(language)) {
    for (let month = 0; month < 12; month += 1) {
      for (const day of [1, 17, 28]) {
        const at = Date.UTC(2025, month, day);
        for (const style of ["long", "medium"] as const) {
          const format = new Intl.DateTimeFormat(`${code}-u-ca-gregory`, {
            dateStyle: style,
            timeZone: "UTC",
          });
          const written = format.format(at);
          if (!/\p{L}/u.test(written)) continue;
          // Two numbers and no name of a month: which is the day is not certain.
          if (code === "vi") {
            expect(calendarDay(written, code)).toBeUndefined();
            continue;
          }
          expect(calendarDay(`~ ${written} ~`, code), `${written} in ${code}`).toBe(
            new Date(at).toISOString().slice(0, 10),
          );
        }
      }
    }
  }
});

test("days stand in sentences", () => {
  expect(calendarDay("Connected on January 27, 2025", "en")).toBe("2025-01-27");
  expect(calendarDay("connected on Sept 3, 2024", "en")).toBe("2024-09-03");
  expect(calendarDay("Vernetzt am 3. März 2024", "de")).toBe("2024-03-03");
  expect(calendarDay("En relation depuis le 14 août 2023", "fr")).toBe("2023-08-14");
  expect(calendarDay("2025年1月21日につながりました", "ja")).toBe("2025-01-21");
});

test("half a day, two days, and days of an unknown language are none", () => {
  const none = [
    "January 2025",
    "January 27",
    "27",
    "",
    "May 32, 2025",
    "February 30, 2025",
    "1/2/2025",
  ];
  expect(none.filter((text) => calendarDay(text, "en") !== undefined)).toEqual([]);
  expect(calendarDay("January 27 to February 3, 2025", "en")).toBeUndefined();
  expect(calendarDay("27 januari 2025", "unknown")).toBeUndefined();
});

test("a day lasts from midnight to midnight in UTC, as in the archive", () => {
  expect(dayInterval("2025-01-27")).toEqual({
    from: Date.UTC(2025, 0, 27),
    to: Date.UTC(2025, 0, 27, 23, 59, 59, 999),
  });
});
