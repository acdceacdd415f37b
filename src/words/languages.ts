import { LANGUAGES } from "virtual:languages";
import type { Language } from "./text.ts";

/** The languages of the interface. */
export const languages: readonly Language[] = LANGUAGES;

/** What is before the first hyphen: `pt` of `pt-BR`. */
const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/**
 * The language to speak: the chosen one; else the browser's own, or one of its kind (`pt` for `pt-BR`, and the other way round); else English.
 *
 * @param there the languages to choose from, English among them
 */
export function bestLanguage(
  chosen: string | undefined,
  preferred: string,
  there: readonly Language[] = languages,
): Language {
  const best =
    there.find(({ tag }) => tag === chosen) ??
    there.find(({ tag }) => tag.toLowerCase() === preferred.toLowerCase()) ??
    there.find(({ tag }) => tag === primary(preferred)) ??
    there.find(({ tag }) => primary(tag) === primary(preferred)) ??
    there.find(({ tag }) => tag === "en");
  if (best === undefined) throw new Error("There is no English");
  return best;
}
