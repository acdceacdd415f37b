/**
 * Single values that belong to no history, in a database that only the background opens: no script on the site reads or writes it.
 */
import {
  changeOwn,
  hasOwn,
  openOwn,
  type OwnDatabase,
  removeOwn,
} from "../../storage/database/own-database.ts";
import { canMakeDatabases } from "../../storage/database/place.ts";
import { withRoom } from "../../storage/database/room.ts";

let opening: Promise<OwnDatabase> | undefined;

/** The database; a new one where its own file alone is damaged, as the histories do not hang on it. */
async function openedOwn(): Promise<OwnDatabase> {
  try {
    return await openOwn();
  } catch (error) {
    const isDamaged = error instanceof DOMException && error.name === "UnknownError";
    if (!isDamaged || !(await canMakeDatabases())) throw error;
    return openOwn().catch(async () => {
      await removeOwn();
      return openOwn();
    });
  }
}

/** The open database. @throws what IndexedDB throws where it cannot be read */
export function own(): Promise<OwnDatabase> {
  if (opening !== undefined) return opening;
  const forgotten = (): void => {
    opening = undefined;
  };
  const now = openedOwn().then((database) => {
    database.addEventListener("close", forgotten);
    database.addEventListener("versionchange", forgotten);
    return database;
  });
  now.catch(forgotten);
  opening = now;
  return now;
}

/** The value under a key; `undefined` where none is kept. @throws what IndexedDB throws where the database cannot be read */
export async function ownValue(key: string): Promise<unknown> {
  // To look makes no database.
  if (opening === undefined && !(await hasOwn())) return undefined;
  return (await own()).get("kept", key);
}

/** Keeps what `change` makes of the value under a key; `undefined` removes it. Answers what is kept then. */
export const changeOwnValue = (
  key: string,
  change: (before: unknown) => unknown,
): Promise<unknown> => withRoom(async () => changeOwn(await own(), key, change));

/** To be called when the databases lie somewhere else from now on. */
export async function closeOwn(): Promise<void> {
  const before = await opening?.catch(() => undefined);
  opening = undefined;
  before?.close();
}

/** Removes everything that is kept here. */
export async function removeOwnValues(): Promise<void> {
  await closeOwn();
  await removeOwn();
}
