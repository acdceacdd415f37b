/**
 * A shard of the directory together with rows that were written after it: one row is written much faster than the whole shard.
 */
import type { DirectoryRow, SearchedRow } from "./directory-row.ts";
import { type DirectoryShard, rowIn, rowsOf, searchedIn } from "./directory-shard.ts";

/** See the file. */
export interface ChangedShard {
  /** Absent where nobody was in it when it was written. */
  readonly shard: DirectoryShard | undefined;
  /** By handle. They hold in place of those in the shard. */
  readonly later: ReadonlyMap<string, DirectoryRow>;
}

/** A shard with rows that were each packed alone. */
export const changedShard = (
  shard: DirectoryShard | undefined,
  later: readonly DirectoryShard[],
): ChangedShard => ({
  shard,
  later: new Map(later.flatMap(rowsOf).map((row) => [row.person.id, row])),
});

/** All rows, in no order. */
export const rowsWithChanges = ({ shard, later }: ChangedShard): readonly DirectoryRow[] => [
  ...(shard === undefined ? [] : rowsOf(shard).filter(({ person }) => !later.has(person.id))),
  ...later.values(),
];

/** What searching and ranking look at of each row. */
export const searchedWithChanges = ({ shard, later }: ChangedShard): readonly SearchedRow[] => [
  ...(shard === undefined ? [] : searchedIn(shard).filter(({ person }) => !later.has(person.id))),
  ...later.values(),
];

/** The row of the person with this handle. */
export const rowWithChanges = (
  { shard, later }: ChangedShard,
  handle: string,
): DirectoryRow | undefined =>
  later.get(handle) ?? (shard === undefined ? undefined : rowIn(shard, handle));

/** Every text of a row, lines of the searched text apart. Bands of the past are numbers written as text. */
function textsOf({ text, person, ...row }: DirectoryRow): ReadonlySet<string> {
  const found = new Set(text.split("\n"));
  const { summary: _numbers, ...others } = person;
  const collect = (value: unknown): void => {
    if (typeof value === "string") found.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(row);
  collect(others);
  return found;
}

/** Whether a row says something in words that the row in its place does not say any more. */
export function isTextLost(before: DirectoryRow, after: DirectoryRow): boolean {
  const left = textsOf(after);
  return [...textsOf(before)].some((text) => !left.has(text));
}
