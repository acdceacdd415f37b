/**
 * What is on disk, read out whole, for tests.
 */
import { project, type Projected } from "../../src/domain/projection/project.ts";
import type { PersonRecord } from "../../src/domain/directory/person-record.ts";
import type { Records } from "../../src/domain/records/record-set.ts";
import type { Statement } from "../../src/domain/records/statement.ts";
import type { Subject } from "../../src/domain/records/subject.ts";
import { HISTORY_STORES, type HistoryDatabase } from "../../src/storage/database/database.ts";
import { keysOf } from "../../src/storage/database/keys.ts";
import { readEverything, statementsAbout } from "../../src/storage/ground/everything.ts";
import { groundOf, historyStatements } from "../../src/storage/ground/ground.ts";
import { NO_OVERLAY } from "../../src/storage/ground/overlay.ts";
import { storedWhole } from "../../src/storage/view/about.ts";
import { recordOf } from "../../src/storage/view/record-of.ts";

/** All records, those of imports expanded. */
export async function storedRecords(database: HistoryDatabase): Promise<Records> {
  const ground = await groundOf(database);
  const everything = await readEverything(database, ground, NO_OVERLAY);
  const subjects = new Set<Subject>([...everything.said.keys(), ...everything.texts.keys()]);
  const statements: Statement[] = [];
  for (const subject of subjects)
    if (subject !== "history") statements.push(...statementsAbout(everything, subject));
  return {
    statements: [...statements, ...historyStatements(ground)],
    links: everything.links,
    registers: everything.registers,
  };
}

/** Everybody projected anew from all records. */
export async function projectedAnew(database: HistoryDatabase): Promise<Projected> {
  return project(await storedRecords(database));
}

/** The view as it would be, made anew: records of people by subject. */
export async function viewAnew(database: HistoryDatabase): Promise<readonly PersonRecord[]> {
  const { people } = await projectedAnew(database);
  const tags = await (await keysOf(database)).tags(people.map(({ subject }) => subject));
  const { rules } = await storedWhole(database);
  return people.map((person) => recordOf(person, tags.get(person.subject)?.handle ?? "", rules));
}

/** The view as it is. */
export const storedView = (database: HistoryDatabase): Promise<readonly PersonRecord[]> =>
  database.getAll("people");

/** Everything in every store as one text. */
export async function rawText(database: HistoryDatabase): Promise<string> {
  const all = await Promise.all(
    HISTORY_STORES.map(async (store) => [
      store,
      await database.getAllKeys(store),
      await database.getAll(store),
    ]),
  );
  return JSON.stringify(all, (_name, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
}

/** Everything that is the history, and the people that follow from it. A key is told by its name: it is sealed anew each time. */
export async function wholeHistory(database: HistoryDatabase): Promise<unknown> {
  const all = JSON.parse(await rawText(database)) as [string, unknown[], unknown[]][];
  const kept = ["statements", "parts", "links", "registers", "imports", "waiting"];
  const names = [...(await database.getAllKeys("names"))];
  const called = await database.getAll("names");
  return [
    all.filter(([store]) => kept.includes(store)),
    await database.getAllKeys("keys"),
    // Of a name that nobody has any more nothing follows.
    names
      .map((name, place) => [name, called[place]])
      .filter(([, aliases]) => aliases?.length !== 0),
    await storedView(database),
  ];
}
