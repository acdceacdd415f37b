/**
 * Restores: records of an exported file are staged part by part, previewed, and taken in, in one transaction. Of two versions of a
 * record the higher counts, so that a restore is safe to repeat.
 */
import { importSource } from "../../domain/archive-import.ts";
import {
  type ExportHead,
  type ExportedRecord,
  type JsonObject,
  peopleIn,
  type RestorePreview,
  withHandles,
} from "../../domain/exported-history.ts";
import type { SourceId } from "../../domain/interaction.ts";
import type { PersonRecord } from "../../domain/person-record.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import type { Removal } from "../../domain/records/acts/without-subjects.ts";
import { admittedRecords } from "../../domain/records/admitted.ts";
import { archiveBodyText } from "../../domain/records/archive-body.ts";
import { compareTimes, type HybridTime, takenOver } from "../../domain/records/hybrid-time.ts";
import { type Records, registerId } from "../../domain/records/record-set.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import { isOfPerson, type Statement } from "../../domain/records/statement.ts";
import { isAlias, isName, type PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database.ts";
import type { HistoryKey, Tag } from "../keys/history-key.ts";
import { bytesOfText, forgetKeys, historyKey, keysFrom, rawKey, storedKeys } from "../keys/keys.ts";
import type { Step } from "../imports/import-asked.ts";
import { HistoryMoved, ImportIncomplete } from "../imports/import-asked.ts";
import type { StoredImport } from "../imports/stored-import.ts";
import { changeOfMany, type ManyChange } from "../records/change-many.ts";
import { forgetSubjects } from "../records/forget.ts";
import { type Ground, groundOf, withRegisters } from "../records/ground.ts";
import type { Overlay, WholeImport } from "../records/overlay.ts";
import { inTurn } from "../records/turn.ts";
import { Moved, write } from "../records/write.ts";

/** The place of the head among the parts of a restore. */
const HEAD = -1;

const rangeOf = (restore: string, from = 0): IDBKeyRange =>
  IDBKeyRange.bound([restore, from], [restore, Infinity]);

/** Makes room for a restore. What a restore left behind that never came to its end is dropped. */
export async function beginRestore(
  database: HistoryDatabase,
  restore: string,
  head: ExportHead,
): Promise<void> {
  const { store, done } = database.transaction("staged", "readwrite");
  await store.clear();
  await store.put([head], [restore, HEAD]);
  await done;
}

/** The head of the file. @throws {ImportIncomplete} when the restore was dropped */
export async function stagedHead(database: HistoryDatabase, restore: string): Promise<ExportHead> {
  const [head] = (await database.get("staged", [restore, HEAD])) ?? [];
  if (head === undefined) throw new ImportIncomplete(restore);
  return head as ExportHead;
}

/** Keeps a part of a file. Parts come in any order, any of them several times. */
export async function stageRestore(
  database: HistoryDatabase,
  restore: string,
  part: number,
  records: readonly ExportedRecord[],
): Promise<void> {
  const { store, done } = database.transaction("staged", "readwrite");
  if ((await store.getKey([restore, HEAD])) !== undefined)
    await store.put(records, [restore, part]);
  await done;
}

/** Drops a restore on its way; the history is as it was. */
export const dropRestore = (database: HistoryDatabase, restore: string): Promise<void> =>
  database.delete("staged", rangeOf(restore, HEAD));

/** A restore that is computed and not written. */
interface Prepared {
  readonly ground: Ground;
  readonly overlay: Overlay;
  readonly change: ManyChange;
  readonly keys: readonly HistoryKey[];
  /** Subjects of people in the history who are erased by it. */
  readonly gone: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly time: HybridTime | undefined;
  readonly settings: JsonObject | undefined;
  readonly preview: RestorePreview;
}

const kept = new WeakMap<object, { readonly restore: string; readonly made: Prepared }>();

/** Keys of the file that the history does not have. */
async function newKeys(
  database: HistoryDatabase,
  records: readonly ExportedRecord[],
): Promise<readonly HistoryKey[]> {
  const known = new Set(await Promise.all((await storedKeys(database)).map(rawKey)));
  const raw = records.flatMap((one) =>
    one.kind === "key" && !known.has(one.key) ? [one.key] : [],
  );
  return Promise.all([...new Set(raw)].map((key) => historyKey(`of ${key}`, bytesOfText(key))));
}

/** The imports of the file that the history does not have, with what they say. */
function wholeImports(
  records: readonly ExportedRecord[],
  known: ReadonlySet<SourceId>,
): readonly WholeImport[] {
  const found = new Map<SourceId, { head: StoredImport; bodies: Map<string, string> }>();
  for (const record of records) {
    if (record.kind !== "import") continue;
    const source = importSource(record.import.id);
    if (known.has(source)) continue;
    const head: StoredImport = {
      ...record.import,
      owner: record.import.owner ?? { aliases: [] },
      source,
      refersTo: [],
      hasNames: false,
    };
    found.set(source, { head, bodies: new Map() });
  }
  for (const record of records) {
    if (record.kind !== "statement") continue;
    const { source, subject, body } = record.statement;
    const one = found.get(source);
    if (one === undefined || subject === "history") continue;
    one.bodies.set(subject, archiveBodyText(body, one.head.madeAt));
    if (isName(subject) && !one.head.hasNames) one.head = { ...one.head, hasNames: true };
  }
  return [...found.values()];
}

const isImported = ({ source }: { readonly source: SourceId }): boolean =>
  source.startsWith("archive:");

/** The records of the file that are newer than those of the history. Those of imports are not among them. */
async function newerRecords(
  database: HistoryDatabase,
  ground: Ground,
  records: readonly ExportedRecord[],
  handles: ReadonlyMap<string, Tag>,
): Promise<Records> {
  const store = database.transaction(["statements", "links"]);
  const statements: Statement[] = [];
  const links: Records["links"][number][] = [];
  const known = new Map(ground.registers.map((one) => [registerId(one), one]));
  const registers: RegisterRecord[] = [];
  for (const record of records) {
    if (record.kind === "statement" && !isImported(record.statement)) {
      const statement = withHandles(
        record.statement,
        (person) => handles.get(person)?.handle ?? "",
      );
      const { subject, source, replica, version } = statement;
      const before = await store.objectStore("statements").get([subject, source, replica]);
      if (before === undefined || before.version < version) statements.push(statement);
    }
    if (record.kind === "link") {
      const { a, b, source, replica, version } = record.link;
      const before = await store.objectStore("links").get([a, b, source, replica]);
      if (before === undefined || before.version < version) links.push(record.link);
    }
    if (record.kind === "register") {
      const before = known.get(registerId(record.register));
      if (before === undefined || compareTimes(before.time, record.register.time) < 0)
        registers.push(record.register);
    }
  }
  return { statements, links, registers };
}

/** How many choices, notes, tags and reminders statements of the user hold. */
function choicesIn(statements: readonly Statement[]): number {
  return statements.filter(isOfPerson).reduce((sum, { source, body }) => {
    if (source !== "hand") return sum;
    const { choices = {}, notes = {}, tags = {}, reminders = {} } = body;
    return sum + [choices, notes, tags, reminders].flatMap((one) => Object.keys(one)).length;
  }, 0);
}

/** The latest moment of the file that this replica takes over. */
function latestTime(
  time: HybridTime | undefined,
  registers: readonly RegisterRecord[],
  now: number,
): HybridTime | undefined {
  return registers.reduce((last, one) => takenOver(last, one.time, now), time);
}

const counted = (people: readonly (PersonRecord | undefined)[]): number =>
  people.reduce((sum, one) => sum + (one?.summary.interactions ?? 0), 0);

async function prepare(
  database: HistoryDatabase,
  restore: string,
  step: Step,
  now: number,
): Promise<Prepared> {
  const ground = await groundOf(database);
  const before = kept.get(database);
  if (before?.restore === restore && before.made.ground.revision === ground.revision)
    return before.made;
  await stagedHead(database, restore);
  const records = (await database.getAll("staged", rangeOf(restore))).flat() as ExportedRecord[];
  const keys = await newKeys(database, records);
  const all = keysFrom([...(await storedKeys(database)), ...keys]);
  const imports = wholeImports(records, new Set(ground.allImports.map(({ source }) => source)));
  const inWeeks = records.flatMap((one) =>
    one.kind === "statement" ? peopleIn(one.statement) : [],
  );
  const newer = await newerRecords(database, ground, records, await all.tags(inWeeks));

  // Erasures: of the history for what comes, and of the file for what is there.
  const people = await database.getAll("people");
  const words = registersInForce(withRegisters(ground.registers, newer.registers));
  const there = people.flatMap(({ subject, aliases }) => [subject, ...aliases]);
  const isThere = new Set<string>(there);
  const coming = [
    ...newer.statements.map(({ subject }) => subject).filter((one) => isAlias(one) || isName(one)),
    ...newer.links.flatMap(({ a, b }) => [a, b]),
    ...imports.flatMap(({ bodies }) => [...bodies.keys()]),
  ];
  const erasedAs = new Map<string, string>();
  if (words.erased.size > 0)
    for (const [subject, marks] of await all.marks([...there, ...coming])) {
      const mark = marks.find((one) => words.erased.has(one));
      if (mark !== undefined) erasedAs.set(subject, mark);
    }
  const { stored, ...follows } = admittedRecords(newer, {
    erasedAs: (subject) => erasedAs.get(subject),
    isKnown: (alias) => isThere.has(alias) && !erasedAs.has(alias),
    isDifferent: () => false,
  });
  for (const { alias, like } of follows.erasedToo) erasedAs.set(alias, like);
  const isGone = new Set<string>(erasedAs.keys());
  const gone = new Set(
    people
      .filter(({ subject, aliases }) => [subject, ...aliases].some((one) => isGone.has(one)))
      .flatMap(({ subject, aliases }) => [subject, ...aliases].filter((one) => isGone.has(one))),
  );
  const left = imports.map(({ head, bodies }): WholeImport => ({
    head,
    bodies: new Map([...bodies].filter(([subject]) => !isGone.has(subject))),
  }));
  const overlay: Overlay = { ...stored, imports: left, erased: isGone };
  const change = await changeOfMany(database, ground, overlay, "all", step);
  const size = (some: readonly WholeImport[]): number =>
    some.reduce((sum, { bodies }) => sum + bodies.size, 0);
  const made: Prepared = {
    ground,
    overlay,
    change,
    keys,
    gone,
    tags: await all.tags(gone),
    time: latestTime(ground.time, stored.registers, now),
    settings: records.find((one) => one.kind === "settings")?.settings,
    preview: {
      revision: ground.revision,
      peopleNew: change.changes.filter((one) => one.before === undefined).length,
      peopleChanged: change.changes.filter((one) => one.before && one.after).length,
      interactions: Math.max(
        0,
        counted(change.changes.map(({ after }) => after)) -
          counted(change.changes.map((one) => one.before)),
      ),
      choices: choicesIn(stored.statements),
      erasures: change.changes.filter((one) => one.after === undefined).length,
      setAside:
        newer.statements.length -
        stored.statements.length +
        (newer.links.length - stored.links.length) +
        (size(imports) - size(left)),
    },
  };
  kept.set(database, { restore, made });
  return made;
}

/**
 * What a restore would change. Nothing is written.
 *
 * @throws {ImportIncomplete} when it was dropped
 */
export const previewRestore = (
  database: HistoryDatabase,
  restore: string,
  step: Step,
  now: number,
): Promise<RestorePreview> =>
  inTurn(database, async () => (await prepare(database, restore, step, now)).preview);

/** As many subjects as one part holds. */
const SUBJECTS_IN_PART = 50;

/** Writes an import that comes whole. */
async function putImport(
  transaction: HistoryTransaction,
  { head, bodies }: WholeImport,
): Promise<void> {
  await transaction.objectStore("imports").put(head);
  const subjects = [...bodies.keys()].sort();
  const puts: Promise<unknown>[] = [];
  for (let start = 0; start < subjects.length; start += SUBJECTS_IN_PART) {
    const some = subjects.slice(start, start + SUBJECTS_IN_PART);
    puts.push(
      transaction
        .objectStore("parts")
        .put({ subjects: some, bodies: some.map((one) => bodies.get(one) ?? "{}") }, [
          head.source,
          some.at(-1) ?? "",
        ]),
    );
  }
  await Promise.all(puts);
}

/**
 * Takes a restore into the history, all or nothing.
 *
 * @param revision that of the preview
 * @returns the settings of the file, if it has some
 * @throws {ImportIncomplete} when it was dropped
 * @throws {HistoryMoved} when something was written since the preview
 */
export function commitRestore(
  database: HistoryDatabase,
  restore: string,
  revision: number,
  step: Step,
  now: number,
): Promise<JsonObject | undefined> {
  return inTurn(database, async () => {
    const made = await prepare(database, restore, step, now);
    const { ground, overlay, change, keys, gone, tags, time, settings, preview } = made;
    if (preview.revision !== revision) throw new HistoryMoved();
    const subjects = gone as ReadonlySet<PersonSubject>;
    const handles = new Set([...tags.values()].map(({ handle }) => handle));
    const removal: Removal = {
      isGone: (subject) => subjects.has(subject),
      isGoneHandle: (handle) => handles.has(handle),
      markOf: (alias) => tags.get(alias)?.mark,
    };
    try {
      await write(database, {
        ...step,
        ground,
        overlay,
        view: change.view,
        isOfAll: true,
        now,
        ...(time && { time }),
        async also(transaction) {
          if (subjects.size > 0) await forgetSubjects(transaction, subjects, removal);
          for (const key of keys) await transaction.objectStore("keys").put(key);
          for (const one of overlay.imports ?? []) await putImport(transaction, one);
          await transaction.objectStore("staged").delete(rangeOf(restore, HEAD));
        },
      });
      forgetKeys(database);
    } catch (error) {
      if (error instanceof Moved) throw new HistoryMoved();
      throw error;
    } finally {
      kept.delete(database);
    }
    return settings;
  });
}
