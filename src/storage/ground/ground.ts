/**
 * What every projection of a history stands on: registers, the imports that count, and what is said of the history as a whole. It is
 * small, and kept in memory for as long as nothing is written.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { type HybridTime, nextTime, type ReplicaId } from "../../domain/records/hybrid-time.ts";
import { type RegisterRecord, registerKey } from "../../domain/records/register.ts";
import type { HistoryStatement, Statement } from "../../domain/records/statement.ts";
import { HISTORY } from "../../domain/records/subject.ts";
import type { HistoryDatabase, StoredStatement } from "../database/database.ts";
import type { StoredImport } from "../database/stored-import.ts";
import { type Overlay, withStatements } from "./overlay.ts";
import { writing } from "../database/writing.ts";

/** See the file. */
export interface Ground {
  /** The revision that it was read at. */
  readonly revision: number;
  /** The id of this copy of the history. */
  readonly replica: ReplicaId;
  /** The last moment that this replica noted. */
  readonly time: HybridTime | undefined;
  readonly registers: readonly RegisterRecord[];
  /** All imports, also those that are staged or undone. */
  readonly allImports: readonly StoredImport[];
  /** Imports that are part of the history, oldest first. */
  readonly imports: readonly StoredImport[];
  /** What pages and the user say of the history. */
  readonly said: readonly HistoryStatement[];
}

/** The moment of an act that happens at `now` (ms). */
export const timeOf = ({ time, replica }: Ground, now: number): HybridTime =>
  nextTime(time, now, replica);

/** What an import says of the history as a whole. */
export function importStatement({
  source,
  replica,
  at,
  madeAt,
  doneAt,
  coverage,
  circles,
  files,
  owner,
}: StoredImport): HistoryStatement {
  return {
    subject: HISTORY,
    source,
    replica,
    version: 1,
    body: {
      owner,
      spans: coverage,
      circles,
      files,
      imported: { at, madeAt, doneAt: doneAt ?? at },
    },
  };
}

/** Everything that is said of the history as a whole; imports in their order first. */
export const historyStatements = ({
  imports,
  said,
}: Pick<Ground, "imports" | "said">): readonly HistoryStatement[] => [
  ...imports.map(importStatement),
  ...said,
];

/** The imports that count by these registers; `added` counts though it is staged. */
export function countedImports(
  all: readonly StoredImport[],
  registers: readonly RegisterRecord[],
  added?: SourceId,
): readonly StoredImport[] {
  const { withdrawn } = registersInForce(registers.filter(({ word }) => word.kind === "withdrawn"));
  return all
    .filter(
      ({ source, doneAt }) => (doneAt !== undefined || source === added) && !withdrawn.has(source),
    )
    .sort(
      (a, b) => (a.doneAt ?? Infinity) - (b.doneAt ?? Infinity) || (a.source < b.source ? -1 : 1),
    );
}

/** The imports that count with a change. */
export const importsWith = (
  { allImports }: Pick<Ground, "allImports">,
  registers: readonly RegisterRecord[],
  { adds, imports = [] }: Overlay,
): readonly StoredImport[] =>
  countedImports([...allImports, ...imports.map(({ head }) => head)], registers, adds);

/** The registers with newer ones in their place. */
export function withRegisters(
  known: readonly RegisterRecord[],
  newer: readonly RegisterRecord[],
): readonly RegisterRecord[] {
  if (newer.length === 0) return known;
  const idOf = ({ word, replica }: RegisterRecord) => `${registerKey(word)} ${replica}`;
  return [...new Map([...known, ...newer].map((one) => [idOf(one), one])).values()];
}

const isOfHistory = (statement: StoredStatement): statement is StoredStatement & HistoryStatement =>
  statement.subject === HISTORY;

const kept = new WeakMap<object, Ground>();

/** The one that was read or followed last, of whatever revision. */
export const lastGround = (database: HistoryDatabase): Ground | undefined => kept.get(database);

/** Reads it; without a word to the disk while the revision is that of last time. */
export async function groundOf(database: HistoryDatabase): Promise<Ground> {
  const transaction = database.transaction(["about", "registers", "imports", "statements"]);
  const about = transaction.objectStore("about");
  const atRevision = about.get("revision") as Promise<number | undefined>;
  const read = () =>
    Promise.all([
      about.get("replica") as Promise<ReplicaId | undefined>,
      about.get("time") as Promise<HybridTime | undefined>,
      transaction.objectStore("registers").getAll(),
      transaction.objectStore("imports").getAll(),
      transaction.objectStore("statements").getAll(IDBKeyRange.bound([HISTORY], [HISTORY, []])),
    ]);
  const known = kept.get(database);
  // A background that has just begun asks for everything in one go.
  const first = known === undefined ? read() : undefined;
  const [revision = 0] = await Promise.all([atRevision, first]);
  if (known?.revision === revision) return known;
  const [replica, time, registers, allImports, said] = await (first ?? read());
  if (replica === undefined) {
    await madeReplica(database);
    return groundOf(database);
  }
  const ground: Ground = {
    revision,
    replica,
    time,
    registers,
    allImports,
    imports: countedImports(allImports, registers),
    said: said.filter(isOfHistory),
  };
  kept.set(database, ground);
  return ground;
}

/** Follows a change that was written and touched no import, so that the next change reads nothing. */
export function followGround(
  database: HistoryDatabase,
  ground: Ground,
  {
    registers,
    statements,
  }: { readonly registers: readonly RegisterRecord[]; readonly statements: readonly Statement[] },
  time: HybridTime | undefined,
): void {
  const all = withRegisters(ground.registers, registers);
  kept.set(database, {
    ...ground,
    revision: ground.revision + 1,
    time: time ?? ground.time,
    registers: all,
    imports: countedImports(ground.allImports, all),
    said: withStatements(
      ground.said,
      statements.filter((one): one is HistoryStatement => one.subject === HISTORY),
    ),
  });
}

/** Gives this copy of the history an id, once. */
const madeReplica = (database: HistoryDatabase): Promise<void> =>
  writing(database, ["about"], async ({ store }) => {
    if ((await store.get("replica")) === undefined) await store.put(crypto.randomUUID(), "replica");
  });
