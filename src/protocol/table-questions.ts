/**
 * What the full page asks about many people at once: the table of everybody, what changed, and acts on a selection.
 */
import type {
  TableAsked,
  TableChoices,
  TableFound,
  TableRow,
  TableView,
} from "../domain/directory/people-table.ts";
import type { DeletionAsked, PeopleToDelete } from "../domain/directory/people-to-delete.ts";
import type { ChangesAsked, ChangesFound } from "../domain/changes/change-row.ts";
import type { Made } from "../domain/records/made.ts";
import type { WayBack } from "../domain/records/acts/choices-of-many.ts";
import type { PersonId } from "../domain/person/person.ts";

/** A deletion that can be undone. */
export interface BegunDeletion {
  readonly id: string;
  /** How many people. */
  readonly count: number;
}

/** What the full page may ask about many people. */
export interface TableQuestions {
  /** A part of the table, and how many people fit in all. Asked while scrolling and at every keystroke. */
  peopleTable(asked: TableAsked): TableFound;
  /** Handles of everybody who fits, in the order of the table: for "select all". */
  tableIds(asked: TableView): readonly PersonId[];
  /** The rows of at most 200 people, in this order. Who is no longer in the history is left out. */
  tableRows(asked: { ids: readonly PersonId[] }): readonly TableRow[];
  /** What one may choose conditions from. */
  tableChoices(): TableChoices;
  /** A part of what changed of late, newest first. The popup asks for no row, to count them. */
  changes(asked: ChangesAsked): ChangesFound;
  /** Stores the same choices about at most 200 people, all or none. Answers how it is taken back. Handles that lead to nobody are passed over. */
  chooseMany(asked: { ids: readonly PersonId[]; made: Made }): readonly WayBack[];
  /**
   * Takes an act on at most 200 people back. Who was changed again since, or is gone, stays as they are: their handles are answered.
   *
   * @param asked `made` is what the act stored
   */
  takeBackMany(asked: { made: Made; back: readonly WayBack[] }): readonly PersonId[];
  /** Whom a deletion would be about, to be shown before it. */
  peopleToDelete(asked: DeletionAsked): PeopleToDelete;
  /**
   * Deletes people, all or none: they are gone at once. For a minute, or until it is finished, it can be undone; then nothing of them is left, and no
   * page or archive brings them back. A deletion that can still be undone is finished first. Handles that lead to nobody are passed over;
   * refused as `unknown-person` where that is everybody.
   */
  deletePeople(asked: { ids: readonly PersonId[] }): BegunDeletion;
  /** Brings them back. Answers whether they are back. */
  undoDeletion(asked: { id: string }): boolean;
  /** The page is left: the deletion is done now. */
  finishDeletion(asked: { id: string }): void;
}
