/**
 * Where the user worked and studied, and what they follow: as the archives in the history say, and as a restored export said.
 */
import type { ImportedCircle } from "../domain/archive-import.ts";
import { circleText, unitedCircles } from "../domain/own-companies.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { isDone } from "./import-staging.ts";
import { outdateLists } from "./kept-lists.ts";

/** Circles that something else than the imports in the log said: a restored export. */
const APART = "circles-apart";

/** All circles, each once; those of a restored export first, then those of the imports, oldest first. */
export async function storedCircles(database: HistoryDatabase): Promise<readonly ImportedCircle[]> {
  const transaction = database.transaction(["about", "imports"]);
  const [apart, imports] = await Promise.all([
    transaction.objectStore("about").get(APART) as Promise<readonly ImportedCircle[] | undefined>,
    transaction.objectStore("imports").getAll(),
  ]);
  const done = imports.filter(isDone).sort((a, b) => a.doneAt - b.doneAt);
  return unitedCircles(
    apart ?? [],
    done.flatMap(({ circles }) => circles),
  );
}

/** Adds the circles of an exported file. Safe to repeat; what an import in the log says is taken back with that import. */
export async function restoreCircles(
  database: HistoryDatabase,
  circles: readonly ImportedCircle[],
): Promise<void> {
  const transaction = historyTransaction(database);
  const about = transaction.objectStore("about");
  const imports = (await transaction.objectStore("imports").getAll()).filter(isDone);
  const said = new Set(imports.flatMap((one) => one.circles.map(circleText)));
  const known = ((await about.get(APART)) as readonly ImportedCircle[] | undefined) ?? [];
  const apart = unitedCircles(
    known,
    circles.filter((one) => !said.has(circleText(one))),
  );
  if (JSON.stringify(apart) !== JSON.stringify(known)) {
    await about.put(apart, APART);
    await outdateLists(transaction);
  }
  await transaction.done;
}
