/**
 * The people selected in the table, by their handles.
 */
import type { PersonId } from "../../domain/person/person.ts";

/** See the file. */
export type Selection = ReadonlySet<PersonId>;

/** Nobody. */
export const NOBODY: Selection = new Set();

/** The selection with these people, or without them. */
export function selecting(
  before: Selection,
  ids: readonly PersonId[],
  isSelected: boolean,
): Selection {
  const after = new Set(before);
  for (const id of ids) {
    if (isSelected) after.add(id);
    else after.delete(id);
  }
  return after;
}

/** People in parts of a size that one question may be about. */
export function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}
