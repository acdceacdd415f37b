/** The letters and the colour that stand for a person's face. No picture is ever asked for. */
import { wordsOfName } from "../../domain/names/given-name.ts";
import type { PersonId } from "../../domain/person/person.ts";

/** Colours an avatar can have, see `avatar.css`. */
const HUES = 8;

const LETTER = /[\p{L}\p{N}]/u;

const first = (word: string): string => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? "";

/** The first letters of the first and the last word of a name, titles and credentials apart: "EM"; "?" where it has no letter. */
export function initials(name: string): string {
  const words = wordsOfName(name).filter((word) => LETTER.test(word));
  const [start, end] = [words[0], words.at(-1)];
  if (start === undefined || end === undefined) return "?";
  const letters = words.length === 1 ? first(start) : `${first(start)}${first(end)}`;
  return letters.toLocaleUpperCase();
}

/** The colour of a person: the same one wherever the person is shown, from 0. */
export function hueOf(id: PersonId): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum % HUES;
}
