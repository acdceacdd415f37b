/**
 * Every sentence a person reads, from the files in `src/words/messages`, in the language that was chosen last with `speak`.
 *
 * The compiler knows the keys, and which values by which names each message needs, from the English file, which is the complete one.
 */
import type english from "./messages/en.json";

type EnglishMessages = typeof english;

/** A message of the language files. */
export type MessageKey = keyof EnglishMessages;

/** The values a message needs, by name. A value is of the type of its example: a number for a count, text that is ready otherwise. */
type ValuesOf<Key extends MessageKey> = Key extends MessageKey
  ? EnglishMessages[Key] extends { readonly placeholders: infer Places }
    ? {
        readonly [Name in keyof Places]: Places[Name] extends { readonly example: infer Example }
          ? Example
          : never;
      }
    : object
  : never;

/** What satisfies each of the messages a key may name. */
type Needed<Key extends MessageKey> = (
  Key extends MessageKey ? (values: ValuesOf<Key>) => void : never
) extends (values: infer All) => void
  ? All
  : never;

/** A message that needs no other values than these: `TextKey<{ count: number }>`. Without any, one that is the same always. */
export type TextKey<Given = object> = {
  [Key in MessageKey]: Given extends ValuesOf<Key> ? Key : never;
}[MessageKey];

/** One language of the interface. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

type Value = string | number;

/** The messages of a language by key: text, or what makes text of values, of how a number is written, and of its plural category. */
export type Messages = Readonly<
  Record<
    string,
    | string
    | ((
        values: Readonly<Record<string, Value>>,
        written: (value: number) => string,
        category: (value: number) => Intl.LDMLPluralRule,
      ) => string)
  >
>;

let language: Language = { tag: "en", name: "", direction: "ltr" };
let messages: Messages = {};
/** The tag for dates, numbers and plurals. */
let formats = "en";
/** Goes up with every change of the language. */
let change = 0;

/**
 * From now on everything is said in this language.
 *
 * @param preferred the browser's own tag: where it is the same language (`en-GB` for English messages), dates look as the user is used to,
 *   and never are dates of one language in sentences of another
 */
export function speak(spoken: Language, words: Messages, preferred: string): void {
  language = spoken;
  messages = words;
  formats = preferred.split("-")[0] === spoken.tag.split("-")[0] ? preferred : spoken.tag;
  change += 1;
}

/** The language of the interface, as a tag for `Intl`. */
export function interfaceLanguage(): string {
  return formats;
}

/** The direction the messages are read in. */
export function textDirection(): Language["direction"] {
  return language.direction;
}

/** What `make` makes for the language of the interface, made anew only when the language has changed. Making a format takes long. */
export function perLanguage<Made>(make: (tag: string) => Made): () => Made {
  let kept: { readonly of: number; readonly made: Made } | undefined;
  return () => {
    if (kept?.of !== change) kept = { of: change, made: make(formats) };
    return kept.made;
  };
}

const numbers = perLanguage((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const percentages = perLanguage((tag) => new Intl.NumberFormat(tag, { style: "percent" }));
const plurals = perLanguage((tag) => new Intl.PluralRules(tag));
const lists = perLanguage((tag) => new Intl.ListFormat(tag, { type: "conjunction" }));

/** A number as the language writes it. */
export function numberText(value: number): string {
  return numbers().format(value);
}

/** A share between 0 and 1 in per cent. */
export function percentText(share: number): string {
  return percentages().format(share);
}

/** Several things in one phrase: "a, b and c". */
export function listText(things: readonly string[]): string {
  return lists().format(things);
}

const category = (value: number): Intl.LDMLPluralRule => plurals().select(value);

/** The message `key` with these values, in the language of the interface. The key itself where no language was chosen yet. */
export function text<Key extends MessageKey>(
  key: Key,
  ...[values]: object extends Needed<Key> ? [] : [values: Needed<Key>]
): string {
  const message = messages[key];
  if (typeof message !== "function") return message ?? key;
  return message((values ?? {}) as Readonly<Record<string, Value>>, numberText, category);
}

/** Whole sentences one after another, as the language sets them; those that are `undefined` are left out. */
export function sentencesText(sentences: readonly (string | undefined)[]): string {
  return sentences
    .filter((sentence) => sentence !== undefined)
    .reduce((first, second) => text("twoSentences", { first, second }));
}

/** A number and the word it counts, with a space between. */
const COUNTED = /(\p{Nd}) (?=\p{L})/gu;

/** Words as a narrow column shows them: a number and its unit stay on one line, in every language that has spaces. */
export const unbroken = (words: string): string => words.replace(COUNTED, "$1\u00A0");
