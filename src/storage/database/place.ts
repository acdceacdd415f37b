/**
 * Where the databases lie. Chromium keeps all databases of an extension in the same files (measured in 156): where these cannot be opened,
 * no database can be made beside them either, nor removed. Then the user goes on in a bucket of storage, which has files of its own.
 */
import { type DBSchema, type IDBPDatabase, wrap } from "idb";

/** What the browser offers besides the usual place: https://wicg.github.io/storage-buckets/ */
interface Buckets {
  open(
    name: string,
    options: { readonly persisted: boolean },
  ): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** Chromium from 122 has them, Firefox (153) has not. */
const buckets = (): Buckets | undefined =>
  (globalThis as { readonly navigator?: { readonly storageBuckets?: Buckets } }).navigator
    ?.storageBuckets;

let bucket: Promise<string | undefined> = Promise.resolve(undefined);

/** From now on everything is opened in the bucket of this name; in the usual place without one. */
export function usePlace(name: Promise<string | undefined>): void {
  bucket = name;
}

async function factory(): Promise<IDBFactory> {
  const name = await bucket;
  const elsewhere = name === undefined ? undefined : buckets();
  if (name === undefined || elsewhere === undefined) return indexedDB;
  return (await elsewhere.open(name, { persisted: true })).indexedDB;
}

/** Whether there is another place to go to. */
export const hasOtherPlace = (): boolean => buckets() !== undefined;

/** Removes a bucket with everything in it. */
export const removePlace = async (name: string): Promise<void> => buckets()?.delete(name);

interface Opening<Schema extends DBSchema> {
  readonly version?: number;
  readonly upgrade?: (database: IDBPDatabase<Schema>, oldVersion: number) => void;
}

/** Opens a database; lets go of it when another context wants to upgrade or remove it. @throws what IndexedDB throws */
export async function openAt<Schema extends DBSchema>(
  name: string,
  { version, upgrade }: Opening<Schema> = {},
): Promise<IDBPDatabase<Schema>> {
  const request = (await factory()).open(name, version);
  const opened = wrap(request) as Promise<IDBPDatabase<Schema>>;
  request.addEventListener("upgradeneeded", ({ oldVersion }) => {
    if (upgrade !== undefined)
      upgrade(wrap(request.result) as unknown as IDBPDatabase<Schema>, oldVersion);
  });
  const database = await opened;
  database.addEventListener("versionchange", () => database.close());
  return database;
}

/** Removes a database. It has to be closed before. @throws what IndexedDB throws */
export async function removeAt(name: string): Promise<void> {
  await wrap((await factory()).deleteDatabase(name));
}

/** The names of all databases; `undefined` where the browser cannot say: one damaged file is enough for that. */
export async function databaseNames(): Promise<readonly string[] | undefined> {
  try {
    return (await (await factory()).databases()).flatMap(({ name }) => name ?? []);
  } catch (error) {
    // Where databases are not permitted at all, that is what is wrong.
    if (error instanceof DOMException && error.name === "InvalidStateError") throw error;
    return undefined;
  }
}

/** Whether there is a database of this name. Makes none. */
export async function isThere(name: string): Promise<boolean> {
  const names = await databaseNames();
  if (names !== undefined) return names.includes(name);
  const request = (await factory()).open(name);
  let isNew = false;
  request.addEventListener("upgradeneeded", () => {
    isNew = true;
    request.transaction?.abort();
  });
  return wrap(request).then(
    (database) => {
      database?.close();
      return true;
    },
    // One that cannot be opened is there.
    () => !isNew,
  );
}

const PROBE = "probe";

/** Whether a new database can be made in the place that is used. */
export async function canMakeDatabases(): Promise<boolean> {
  try {
    (await openAt(PROBE)).close();
    await removeAt(PROBE);
    return true;
  } catch {
    return false;
  }
}
