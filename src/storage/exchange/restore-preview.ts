/**
 * What a restore would change: the records of the file that are newer, projected with those of the history. The commit writes exactly
 * what it counted.
 */
import { importSource } from "../../domain/records/archive-import.ts";
import {
  type ExportedRecord,
  type JsonObject,
  peopleIn,
  type RestorePreview,
  withHandles,
} from "../../domain/records/exported-history.ts";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { admittedRecords } from "../../domain/records/admitted.ts";
import { archiveBodyText } from "../../domain/records/archive-body.ts";
import { compareTimes, type HybridTime, takenOver } from "../../domain/records/hybrid-time.ts";
import { type Records, registerId } from "../../domain/records/record-set.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import { isOfPerson, type Statement } from "../../domain/records/statement.ts";
import { isAlias, isName } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { HistoryKey, Tag } from "../database/history-key.ts";
import { bytesOfText, historyKey, keysFrom, rawKey, storedKeys } from "../database/keys.ts";
import type { StepControl } from "../imports/import-asked.ts";
import type { StoredImport } from "../database/stored-import.ts";
import { changeOfMany, type ManyChange } from "../records/change-many.ts";
import { peopleChanges } from "../view/view-change.ts";
import { type Ground, withRegisters } from "../ground/ground.ts";
import { groundNow } from "../records/ground-now.ts";
import type { Overlay, WholeImport } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { partsOfRestore, stagedHead } from "./restore-staging.ts";

/** A restore that is computed and not written. */
export interface PreparedRestore {
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

/** Restores computed for a preview, kept for the commit that follows. */
const kept = new WeakMap<object, { readonly restore: string; readonly made: PreparedRestore }>();

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
      staged: [],
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

/** Computes a restore, or takes the one that was computed for its preview. */
export async function preparedRestore(
  database: HistoryDatabase,
  restore: string,
  step: StepControl,
  now: number,
): Promise<PreparedRestore> {
  const ground = await groundNow(database, now);
  const before = kept.get(database);
  if (before?.restore === restore && before.made.ground.revision === ground.revision)
    return before.made;
  await stagedHead(database, restore);
  const records = (
    await database.getAll("staged", partsOfRestore(restore))
  ).flat() as ExportedRecord[];
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
  const changes = peopleChanges(
    people,
    change.view.people.flatMap(({ after }) => after ?? []),
  );
  const size = (some: readonly WholeImport[]): number =>
    some.reduce((sum, { bodies }) => sum + bodies.size, 0);
  const made: PreparedRestore = {
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
      peopleNew: changes.filter((one) => one.before === undefined).length,
      peopleChanged: changes.filter((one) => one.before && one.after).length,
      interactions: Math.max(
        0,
        counted(changes.map(({ after }) => after)) - counted(changes.map((one) => one.before)),
      ),
      choices: choicesIn(stored.statements),
      erasures: changes.filter((one) => one.after === undefined).length,
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
  step: StepControl,
  now: number,
): Promise<RestorePreview> =>
  inTurn(database, async () => (await preparedRestore(database, restore, step, now)).preview);

/** Whether a restore writes no record and nobody is erased by it. */
export const isNoChange = ({ overlay, keys, gone }: PreparedRestore): boolean =>
  overlay.statements.length + overlay.links.length + overlay.registers.length === 0 &&
  (overlay.imports ?? []).length + keys.length + gone.size === 0;

/** Drops what was computed. */
export function dropPreparedRestore(database: HistoryDatabase): void {
  kept.delete(database);
}
