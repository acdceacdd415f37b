/** Which words a page of ours shows, and which of them its language does not have. */
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { parts } from "../../../practice/messages/compiled.ts";
import { type WrittenLanguage, writtenLanguages } from "../../../practice/messages/written.ts";

type Tokens = ReturnType<typeof parts>;

/** What the browser itself writes in a language: days, months, times ago, amounts. */
function formatted(tag: string): string {
  // Every month, and every day of the week.
  const days = Array.from({ length: 40 }, (_, ten) => new Date(2024, 0, 1 + 10 * ten));
  const dates = (["short", "long", "narrow"] as const).flatMap((style) =>
    days.flatMap((day) => [
      day.toLocaleString(tag, { weekday: style, day: "numeric", month: style, year: "numeric" }),
      day.toLocaleString(tag, { month: style }),
      day.toLocaleString(tag, { weekday: style }),
      day.toLocaleString(tag, { dateStyle: "medium", timeStyle: "short" }),
    ]),
  );
  const counts = [0, 1, 2, 3, 5, 11, 100];
  const ago = (["short", "long", "narrow"] as const).flatMap((style) =>
    (["auto", "always"] as const).flatMap((numeric) => {
      const format = new Intl.RelativeTimeFormat(tag, { style, numeric });
      return (
        ["second", "minute", "hour", "day", "week", "month", "quarter", "year"] as const
      ).flatMap((unit) =>
        counts.flatMap((count) => [format.format(count, unit), format.format(-count, unit)]),
      );
    }),
  );
  const amounts = (["short", "long", "narrow"] as const).flatMap((unitDisplay) =>
    [
      "second",
      "minute",
      "hour",
      "day",
      "week",
      "month",
      "year",
      "byte",
      "kilobyte",
      "megabyte",
      "gigabyte",
    ].flatMap((unit) =>
      counts.map((count) => count.toLocaleString(tag, { style: "unit", unit, unitDisplay })),
    ),
  );
  const lists = (["conjunction", "disjunction"] as const).map((type) =>
    new Intl.ListFormat(tag, { type }).format(["1", "2", "3"]),
  );
  return [...dates, ...ago, ...amounts, ...lists].join("\n");
}

const literal = (tokens: Tokens): readonly string[] =>
  tokens.flatMap((token) => {
    if (token.type === "content") return [token.value];
    return token.type === "plural" || token.type === "select"
      ? token.cases.flatMap((one) => literal(one.tokens))
      : [];
  });

/** Words in Latin letters, three at least. Letters of two scripts are never in one word. */
const latinWords = (text: string): readonly string[] =>
  (text.normalize("NFC").match(/\p{Script=Latin}{3,}/gu) ?? []).map((word) => word.toLowerCase());

/** All words of a language in Latin letters: those of its messages, and those the browser writes. */
function vocabulary(tag: string, messages: WrittenLanguage): ReadonlySet<string> {
  const said = Object.values(messages).flatMap(({ message }) => literal(parts(message)));
  return new Set(latinWords([...said, formatted(tag)].join("\n")));
}

/** Keys of the keyboard, as browsers call them in every language. */
const KEYS = /\b(?:Alt|Shift|Ctrl|MacCtrl|Command)\+/g;

/** The names of all languages, which stand in the list of languages in each. */
const languageNames = [...writtenLanguages().values()].map(
  (messages) => messages["languageName"]?.message ?? "",
);

/**
 * Finds words that a language does not have.
 *
 * @param tag of a written language
 * @param foreign what is in no language: names, work and places of people
 */
export function strangers(
  tag: string,
  foreign: string,
): (texts: readonly string[]) => readonly string[] {
  const known = vocabulary(tag, writtenLanguages().get(tag) ?? {});
  const others = new Set(latinWords([foreign, ...languageNames].join("\n")));
  return (texts) =>
    texts.filter((text) =>
      latinWords(text.replaceAll(KEYS, "")).some((word) => !known.has(word) && !others.has(word)),
    );
}

/** Every text a page shows, or says to a screen reader: words, labels, hints, choices, its title. Each once. */
export const shownTexts = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts = new Set([document.title]);
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest("script, style") === null) texts.add(node.textContent?.trim() ?? "");
    }
    for (const element of document.querySelectorAll("*"))
      for (const name of [
        "aria-label",
        "aria-description",
        "aria-valuetext",
        "alt",
        "title",
        "placeholder",
      ])
        texts.add(element.getAttribute(name)?.trim() ?? "");
    texts.delete("");
    return [...texts];
  });

const keys = new Set(Object.keys(writtenLanguages().get("en") ?? {}));

/** Texts that show the name of a message, or a value that is none, in the place of words. */
export const missingWords = (texts: readonly string[]): readonly string[] =>
  texts.filter(
    (text) =>
      (keys.has(text) && /[a-z][A-Z]|_/.test(text)) ||
      /\b(?:undefined|NaN|null)\b|\[object|\{\w+[,}]/.test(text),
  );
