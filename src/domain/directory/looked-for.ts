/**
 * Words that are looked for, and the names they are compared with. What stands between the words of a name does not matter, neither in the name nor in
 * what is typed: "maryann" finds "Mary Ann", "obrien" finds "O Brien", and "jo ellen" finds "Joellen".
 */
import { folded, softFolded, wordsIn } from "../names/names.ts";
import { searchWords } from "../names/nicknames.ts";

/** A row as far as words are looked for in it; see `SearchedRow` and `nameKey`. */
interface Worded {
  readonly text: string;
  readonly joinedName: string;
}

const START = "\n";

/** Folded after its words are together: two letters that meet may stand for one. */
const joined = (words: readonly string[]): string => folded(words.join(""));

const nameWords = (name: string): readonly string[] => wordsIn(softFolded(name));

/** Names without what stands between their words, from each word on: a line for each, which begins with {@link START}. */
export const joinedNames = (names: readonly string[]): string =>
  [
    ...new Set(
      names.map(nameWords).flatMap((words) => words.map((_, place) => joined(words.slice(place)))),
    ),
  ]
    .map((line) => `${START}${line}`)
    .join("");

/** What is looked for, ready to be compared. */
export interface LookedFor {
  /** Each word with the other forms of a given name, folded; the word itself comes first. */
  readonly words: readonly (readonly string[])[];
  /** Each word as a joined name begins with it; `undefined` for one without letters. */
  readonly begun: readonly (string | undefined)[];
  /** All words as a joined name begins with them; `undefined` where there are not several. */
  readonly together?: string;
}

/** Makes ready what somebody typed. */
export function lookedFor(text: string): LookedFor {
  // Folded once only: what is folded twice is another word.
  const soft = softFolded(text)
    .split(" ")
    .filter((word) => folded(word) !== "");
  const typed = nameWords(text);
  return {
    words: soft.map((word) => searchWords(folded(word))),
    begun: soft.map((word) => {
      const bare = joined(wordsIn(word));
      return bare === "" ? undefined : START + bare;
    }),
    ...(typed.length > 1 && { together: START + joined(typed) }),
  };
}

/** Whether each word stands in a row in one of its forms. Every keystroke asks this of everybody: plain loops, nothing made anew. */
export function isFound(
  { text, joinedName }: Worded,
  { words, begun, together }: LookedFor,
): boolean {
  for (let place = 0; place < words.length; place += 1) {
    let isThere = false;
    for (const form of words[place] ?? []) {
      isThere = text.includes(form);
      if (isThere) break;
    }
    const start = begun[place];
    if (!isThere && (start === undefined || !joinedName.includes(start)))
      return together !== undefined && joinedName.includes(together);
  }
  return true;
}

/** Whether each word begins a word of a name. */
function isBegun(name: string, joinedName: string, { words, begun, together }: LookedFor): boolean {
  return (
    words.every((forms, place) => {
      const start = begun[place];
      return (
        forms.some((form) => name.startsWith(form) || name.includes(` ${form}`)) ||
        (start !== undefined && joinedName.includes(start))
      );
    }) ||
    (together !== undefined && joinedName.includes(together))
  );
}

/**
 * People who were looked for by words, those first whose name they are: every word begins one of the name, then every word stands in the
 * name, then it stands elsewhere. Among equals the order stays.
 */
export function bestMatchesFirst<
  Row extends { readonly nameKey: string; readonly joinedName: string },
>(rows: readonly Row[], text: string): readonly Row[] {
  const looked = lookedFor(text);
  if (looked.words.length === 0) return rows;
  const [begun, inside, elsewhere]: [Row[], Row[], Row[]] = [[], [], []];
  for (const row of rows) {
    const { nameKey: name, joinedName } = row;
    // Whose name has not all words inside, has none of them begun either.
    if (!isFound({ text: name, joinedName }, looked)) elsewhere.push(row);
    else (isBegun(name, joinedName, looked) ? begun : inside).push(row);
  }
  return [...begun, ...inside, ...elsewhere];
}
