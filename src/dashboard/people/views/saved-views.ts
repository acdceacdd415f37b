/**
 * The views of the table that the user saved under a name, of each history its own. Kept by the background with the other values of our
 * own pages; the address of the page names the id of a view, never its name.
 */
import { changeKeptValue, kept, watch } from "../../../components/kept-values.ts";

const SAVED = "savedViews";

/** Views saved in one history: more than a person tells apart. */
export const MOST_SAVED = 50;

/** See the file. */
export interface SavedView {
  /** The name of the history it is of. */
  readonly history: string;
  readonly id: string;
  /** As the user called it. */
  readonly name: string;
  /** As it was kept, unchecked. */
  readonly view: unknown;
}

const isSaved = (one: Partial<SavedView> | null): one is SavedView =>
  typeof one?.history === "string" && typeof one.id === "string" && typeof one.name === "string";

const asSaved = (value: unknown): readonly SavedView[] =>
  Array.isArray(value) ? (value as readonly (Partial<SavedView> | null)[]).filter(isSaved) : [];

/** All saved views, of every history, in the order they were saved in. */
export const savedViews = async (): Promise<readonly SavedView[]> => asSaved(await kept(SAVED));

/** Calls the listener with every later list, until the signal is aborted. */
export const watchSavedViews = (
  listener: (all: readonly SavedView[]) => void,
  signal: AbortSignal,
): void => watch(SAVED, (value) => listener(asSaved(value)), signal);

const isSame = (a: SavedView, b: Pick<SavedView, "history" | "id">): boolean =>
  a.history === b.history && a.id === b.id;

/** Saves a view, or gives a saved one another name. It keeps its place. Where there are as many as there may be, it answers `false` and keeps what is there. */
export async function saveView(saved: SavedView): Promise<boolean> {
  let isRoom = true;
  await changeKeptValue(SAVED, (all) => {
    const before = asSaved(all);
    const isKnown = before.some((one) => isSame(one, saved));
    const own = before.filter(({ history }) => history === saved.history);
    isRoom = isKnown || own.length < MOST_SAVED;
    if (!isRoom) return before;
    return isKnown ? before.map((one) => (isSame(one, saved) ? saved : one)) : [...before, saved];
  });
  return isRoom;
}

/** Forgets a saved view; the people in it stay. */
export async function deleteView(gone: Pick<SavedView, "history" | "id">): Promise<void> {
  await changeKeptValue(SAVED, (all) => asSaved(all).filter((one) => !isSame(one, gone)));
}
