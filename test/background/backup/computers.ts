/** Computers that share a folder, each with its own state of it. */
import { createHash } from "node:crypto";
import type { KeptHistories } from "../../../src/background/backup/folder.ts";
import type { FolderKey } from "../../../src/background/backup/folder-keys.ts";
import { type FolderRound, keepFolder } from "../../../src/background/backup/keep-folder.ts";
import {
  folderFile,
  isOriginal,
  type KnownFiles,
} from "../../../src/domain/backup/folder-files.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import { bytesOfBase64 } from "../../../src/exchange/backup/base64.ts";
import { madeKey } from "../../../src/exchange/backup/folder-secret.ts";
import { openingKey } from "../../../src/exchange/backup/key-sealed-file.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { exportedRecords } from "../../../src/storage/exchange/exported-records.ts";
import { previewRestore } from "../../../src/storage/exchange/restore-preview.ts";
import { beginRestore, stageRestore } from "../../../src/storage/exchange/restore-staging.ts";
import { commitRestore } from "../../../src/storage/exchange/restore.ts";
import { folderCopy } from "../../../src/storage/exchange/folder-copy.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { type EndWhileWriting, type Files, memoryFolder } from "./memory-folder.ts";

/** Nothing ends these rounds. */
export const never = new AbortController().signal;

/** A computer with its own state of the folder. */
export interface Computer {
  readonly database: HistoryDatabase;
  readonly files: Files;
  known: KnownFiles;
  keys: readonly FolderKey[];
  /** What the last round has found. */
  found?: FolderRound;
}

export const kept = (database: HistoryDatabase): KeptHistories => {
  const history = { name: "h", database };
  return {
    opened: async () => [history],
    ofHead: async () => history,
    headOf: async (_history, now) => ({
      format: "tielight-history",
      version: 1,
      exportedAt: now,
      owner: { aliases: ["slug:owner"] },
    }),
    changed: async () => undefined,
  };
};

/** A computer that has only this history, and looked at no folder yet. */
export const computerWith = (database: HistoryDatabase): Computer => ({
  database,
  files: new Map(),
  known: {},
  keys: [],
});

export async function round(one: Computer, now: number, isAsked = true) {
  const { files, database, known, keys } = one;
  const found = await keepFolder(
    memoryFolder(files),
    kept(database),
    { known, keys },
    now,
    isAsked,
    never,
  );
  one.known = found.known;
  one.found = found;
  return { ...found, files };
}

/** A round in which the computer ends while it writes. What it knew of the folder is lost with it. */
export async function endedRound(one: Computer, now: number, end: EndWhileWriting): Promise<void> {
  const { files, database, known, keys } = one;
  await keepFolder(
    memoryFolder(files, end),
    kept(database),
    { known, keys },
    now,
    true,
    never,
  ).then(
    (found) => {
      one.known = found.known;
    },
    () => undefined,
  );
}

/** What the passphrases open, by the id of the key. */
const openings = new Map<string, FolderKey>();

/** A new key, sealed with a passphrase. */
export async function newKey(): Promise<FolderKey> {
  const { scalar, ...key } = await madeKey("a passphrase", 1);
  const made = { ...key, ...(await openingKey(bytesOfBase64(scalar))) };
  openings.set(made.id, made);
  return made;
}

/** The user seals the folder, if nobody did it before as far as this computer knows. */
export async function seal(one: Computer): Promise<void> {
  if (one.keys.length === 0 && one.found?.isSealed !== true) one.keys = [await newKey()];
}

/** The user gives the passphrase, where it is asked for. */
export function unlock(one: Computer): void {
  const has = new Set(one.keys.map(({ id }) => id));
  const found = (one.found?.foreign ?? []).filter(({ id }) => !has.has(id));
  one.keys = [...one.keys, ...found.map(({ id }) => openings.get(id)!)];
}

/** Own files of a computer that are whole and not sealed. */
export async function unsealedOf({ database, files }: Computer): Promise<readonly string[]> {
  const { copy } = await folderCopy(database);
  return [...files]
    .filter(([name, bytes]) => {
      const file = folderFile(name);
      const check = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
      return file?.copy === copy && !file.isSealed && isOriginal(file) && check === file.check;
    })
    .map(([name]) => name);
}

/** Everything that one computer has is there on the others. */
export function synced(all: readonly Computer[]): void {
  for (const from of all)
    for (const [name, bytes] of from.files) for (const to of all) to.files.set(name, bytes);
}

/** All records but keys, of which each computer has its own as well. */
export async function records(database: HistoryDatabase): Promise<readonly ExportedRecord[]> {
  const found: ExportedRecord[] = [];
  let after: string | undefined;
  do {
    const part = await exportedRecords(database, { after, atMost: 1000, erased: true });
    found.push(...part.records);
    after = part.next;
  } while (after !== undefined);
  return found.filter(({ kind }) => kind !== "key");
}

export const idOf = async (database: HistoryDatabase, alias: Alias) =>
  (await peopleByAliases(database, [[alias]]))[0]?.id;

const RESTORE = "11111111-0000-4000-8000-000000000000";

/** The user restores what another computer has. It can be undone. */
export async function restore({ database }: Computer, from: Computer, now: number): Promise<void> {
  const head = await kept(database).headOf({ name: "h", database }, now);
  await beginRestore(database, RESTORE, head);
  await stageRestore(database, RESTORE, 0, await records(from.database));
  const { revision } = await previewRestore(database, RESTORE, {}, now);
  await commitRestore(database, RESTORE, revision, {}, now, { isNew: false });
}
