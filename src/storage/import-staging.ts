/**
 * Imports on their way: their parts wait in a store of their own, where nothing of the history sees them.
 */
import type { ImportHead, ImportPart, LoggedImport } from "../domain/archive-import.ts";
import { settled } from "../domain/history.ts";
import { interactionsOf } from "../domain/interaction-columns.ts";
import type { Interaction } from "../domain/interaction.ts";
import { isPlainlySettled } from "../domain/plainly-settled.ts";
import { tieSummary } from "../domain/tie-summary.ts";
import type { HistoryDatabase, PartKey, StagedPerson } from "./database.ts";

/** All parts of an import. */
export const partsOf = (id: string): IDBKeyRange =>
  IDBKeyRange.bound([id, 0] satisfies PartKey, [id, Infinity] satisfies PartKey);

/** Whether an import is part of the history, and not on its way. */
export const isDone = (known: ImportHead | LoggedImport | undefined): known is LoggedImport =>
  known !== undefined && "doneAt" in known;

/**
 * Makes room for an import. Whatever another import left behind that never came to its end is dropped. Does nothing when this one
 * has begun before, or is done.
 */
export async function beginImport(database: HistoryDatabase, head: ImportHead): Promise<void> {
  const transaction = database.transaction(["imports", "staged"], "readwrite");
  const imports = transaction.objectStore("imports");
  const staged = transaction.objectStore("staged");
  const known = await imports.getAll();
  const left = known.filter((one) => !isDone(one) && one.id !== head.id);
  await Promise.all(left.flatMap(({ id }) => [imports.delete(id), staged.delete(partsOf(id))]));
  if (!known.some(({ id }) => id === head.id)) await imports.put(head);
  await transaction.done;
}

const isSound = ({ from, to }: Interaction): boolean =>
  Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to;

/**
 * Keeps one part, with what the ties in it add up to. A part that comes again replaces itself.
 *
 * @throws {RangeError} when what is packed cannot be read
 */
export async function stagePart(
  database: HistoryDatabase,
  id: string,
  { part, people, waiting, placed, own }: ImportPart,
): Promise<void> {
  const withSummaries = people.map((person): StagedPerson => {
    const interactions = interactionsOf(person.interactions);
    if (!interactions.every(isSound)) throw new RangeError("These interactions are damaged");
    const left = isPlainlySettled(interactions) ? interactions : settled(interactions);
    return { ...person, summary: tieSummary(left) };
  });
  const transaction = database.transaction(["imports", "staged"], "readwrite");
  const known = await transaction.objectStore("imports").get(id);
  // Sent again after the import was done or dropped: there is nothing left to do.
  if (known !== undefined && !isDone(known))
    await transaction
      .objectStore("staged")
      .put({ people: withSummaries, waiting, placed, own }, [id, part]);
  await transaction.done;
}

/** Drops an import on its way; the history is as it was. Answers `false` when it is done already, and so can only be undone. */
export async function dropImport(database: HistoryDatabase, id: string): Promise<boolean> {
  const transaction = database.transaction(["imports", "staged"], "readwrite");
  const imports = transaction.objectStore("imports");
  const done = isDone(await imports.get(id));
  if (!done)
    await Promise.all([imports.delete(id), transaction.objectStore("staged").delete(partsOf(id))]);
  await transaction.done;
  return !done;
}
