import type { WordKey } from "./words.ts";

/** The words of other languages, as far as they are needed. */
export const OTHER_LANGUAGES: Readonly<Record<string, Readonly<Partial<Record<WordKey, string>>>>> =
  {};
