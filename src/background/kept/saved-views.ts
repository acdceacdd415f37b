/**
 * The views of the table that the user saved, where the background has to do with them: they belong to a history, so they go where it goes.
 * Our own pages make them and know what is in them.
 */
import type { JsonObject, JsonValue } from "../../domain/records/exported-history.ts";
import { changeOwnValue, ownValue } from "./own-kept.ts";

const KEY = "savedViews";

/** Views saved in one history: more than a person tells apart. The same as our pages keep. */
const MOST_SAVED = 50;

/** More characters than any id or name has. */
const LONGEST = 1000;

interface Saved {
  readonly history: string;
  readonly id: string;
  readonly name: string;
  /** Unchecked, as it was kept. */
  readonly view: unknown;
}

/** A saved view in a file. The view is JSON in a text: a file holds settings that are nested a few deep. */
interface ExportedView {
  readonly id: string;
  readonly name: string;
  readonly view: string;
}

const asSaved = (kept: unknown): readonly Saved[] =>
  Array.isArray(kept) ? (kept as readonly Saved[]) : [];

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.length <= LONGEST;

function viewIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The views in the settings of a file, as far as they are some. */
function viewsIn(settings: JsonObject): readonly Omit<Saved, "history">[] {
  const { [KEY]: exported } = settings;
  if (!Array.isArray(exported)) return [];
  return (exported as readonly Partial<ExportedView>[]).flatMap((one) => {
    if (typeof one !== "object" || one === null) return [];
    const { id, name, view: json } = one;
    const view = typeof json === "string" ? viewIn(json) : undefined;
    return isText(id) && isText(name) && view !== undefined ? [{ id, name, view }] : [];
  });
}

/** Those of a history, for the settings of an export; nothing where there are none. */
export async function exportedViews(history: string): Promise<Readonly<Record<string, JsonValue>>> {
  const own = asSaved(await ownValue(KEY)).filter((one) => one.history === history);
  if (own.length === 0) return {};
  return { [KEY]: own.map(({ id, name, view }) => ({ id, name, view: JSON.stringify(view) })) };
}

const change = async (changed: (all: readonly Saved[]) => readonly Saved[]): Promise<void> => {
  await changeOwnValue(KEY, (kept) => kept && changed(asSaved(kept)));
};

/** The views of a file come into a history. One that is there already stays as it is, as does every other. */
export async function restoreViews(history: string, settings: JsonObject): Promise<void> {
  const restored = viewsIn(settings);
  if (restored.length === 0) return;
  await changeOwnValue(KEY, (kept) => {
    const all = asSaved(kept);
    const own = all.filter((one) => one.history === history);
    const known = new Set(own.map(({ id }) => id));
    const fresh = restored
      .filter(({ id }) => !known.has(id))
      .slice(0, Math.max(0, MOST_SAVED - own.length));
    return [...all, ...fresh.map((one): Saved => ({ history, ...one }))];
  });
}

/** The views that a restore brought go again; what the user made or changed since stays. */
export async function takeBackViews(
  history: string,
  before: JsonObject,
  restored: JsonObject,
): Promise<void> {
  const had = new Set(viewsIn(before).map(({ id }) => id));
  const textOf = ({ id, name, view }: Omit<Saved, "history">) => JSON.stringify([id, name, view]);
  const brought = new Set(
    viewsIn(restored)
      .filter(({ id }) => !had.has(id))
      .map(textOf),
  );
  if (brought.size === 0) return;
  await change((all) => all.filter((one) => one.history !== history || !brought.has(textOf(one))));
}

/** The views of a history go with it: they hold words of the user. */
export const removeViews = (history: string): Promise<void> =>
  change((all) => all.filter((one) => one.history !== history));

/** The views of one history go into another one. */
export const moveViews = (from: string, into: string): Promise<void> =>
  change((all) => all.map((one) => (one.history === from ? { ...one, history: into } : one)));
