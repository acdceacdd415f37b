/**
 * Undoing an import: a mark is added, and everything it alone said no longer counts.
 */
import { importSource } from "../../domain/records/archive-import.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { changeOfMany } from "../records/change-many.ts";
import { groundOf, timeOf } from "../ground/ground.ts";
import { groundNow } from "../records/ground-now.ts";
import type { Overlay } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { Moved, write } from "../records/write.ts";
import type { StepControl } from "./import-asked.ts";
import { eachPart, partsFrom } from "../ground/parts.ts";
import { writing } from "../database/writing.ts";

/** From how large a share of the people on (one in so many) everybody is projected anew and the view is written whole. */
const WORTH_ALL = 3;

/**
 * Undoes an import, in one transaction. What another source says too stays, and so does every word of the user. Undoing what is not in
 * the history changes nothing.
 */
export function withdrawImport(
  database: HistoryDatabase,
  id: string,
  step: StepControl,
  now: number,
): Promise<void> {
  const source = importSource(id);
  const attempt = async (): Promise<void> => {
    const ground = await groundNow(database, now);
    if (!ground.imports.some((one) => one.source === source)) return;
    const touched = new Set<Subject>();
    for await (const { subjects } of eachPart(() => database.transaction("parts").store, source))
      for (const subject of subjects) touched.add(subject as Subject);
    for (const { a, b, source: from } of await database.getAll("links"))
      if (from === source) {
        touched.add(a);
        touched.add(b);
      }
    const time = timeOf(ground, now);
    const mark: RegisterRecord = {
      word: { kind: "withdrawn", import: source, value: true },
      replica: ground.replica,
      time,
    };
    const overlay: Overlay = { statements: [], links: [], registers: [mark] };
    const isLarge = touched.size * WORTH_ALL >= (await database.count("people"));
    const change = await changeOfMany(database, ground, overlay, isLarge ? "all" : touched, step);
    try {
      await write(database, {
        ground,
        overlay,
        view: change.view,
        isOfAll: change.isOfAll,
        ...step,
        now,
        time,
      });
    } catch (error) {
      if (error instanceof Moved) return attempt();
      throw error;
    }
    await sweepWithdrawn(database);
  };
  return inTurn(database, attempt);
}

/** Removes the records of undone imports that no other import refers to. The marks stay. */
async function sweepWithdrawn(database: HistoryDatabase): Promise<void> {
  const [{ imports }, allImports] = await Promise.all([
    groundOf(database),
    database.getAll("imports"),
  ]);
  const counted = new Set(imports.map(({ source }) => source));
  const isStaged = (doneAt: number | undefined): boolean => doneAt === undefined;
  const needed = new Set(
    allImports
      .filter(({ source, doneAt }) => counted.has(source) || isStaged(doneAt))
      .flatMap(({ refersTo }) => refersTo),
  );
  await writing(database, ["parts", "links"], async (transaction) => {
    const links = transaction.objectStore("links");
    for (const { source, doneAt } of allImports) {
      if (counted.has(source) || isStaged(doneAt) || needed.has(source)) continue;
      await transaction.objectStore("parts").delete(partsFrom(source));
    }
    for (let cursor = await links.openCursor(); cursor; cursor = await cursor.continue()) {
      const { source } = cursor.value;
      const from = allImports.find((one) => one.source === source);
      if (from !== undefined && !counted.has(source) && !isStaged(from.doneAt))
        await cursor.delete();
    }
  });
}
