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

let opening: Promise<OwnDatabase> | undefined;

/** The open database. @throws what IndexedDB throws where it cannot be read */
export function own(): Promise<OwnDatabase> {
  if (opening !== undefined) return opening;
  const forgotten = (): void => {
    opening = undefined;
  };
  const now = openOwn().then((database) => {
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
export const changeOwnValue = async (
  key: string,
  change: (before: unknown) => unknown,
): Promise<unknown> => changeOwn(await own(), key, change);

/** Removes everything that is kept here. */
export async function removeOwnValues(): Promise<void> {
  const before = await opening?.catch(() => undefined);
  opening = undefined;
  before?.close();
  await removeOwn();
}
