/**
 * Leaving a place in which no database can be opened any more. Which place is used lies in `storage.local`, which Chrome closes to the
 * script on the site; other browsers have one place, and a file for each database.
 */
import { browser } from "../../browser.ts";
import {
  canMakeDatabases,
  hasOtherPlace,
  removePlace,
  usePlace,
} from "../../storage/database/place.ts";
import { isStorageClosable } from "./closed-storage.ts";

const KEY = "place";

const isOffered = (): boolean => hasOtherPlace() && isStorageClosable();

async function keptPlace(): Promise<string | undefined> {
  const kept = (await browser.storage.local.get(KEY))[KEY];
  return typeof kept === "string" ? kept : undefined;
}

/** To be called before anything is opened. */
export function beginInPlace(): void {
  if (isOffered()) usePlace(keptPlace().catch(() => undefined));
}

/** Whether no database can be made any more, and there is another place to go to. */
export const isPlaceLost = async (): Promise<boolean> => isOffered() && !(await canMakeDatabases());

/** From now on databases lie in a place where there is none yet. What was opened before has to be forgotten. */
export async function goToFreshPlace(): Promise<void> {
  const before = await keptPlace();
  const name = `place-${crypto.randomUUID()}`;
  await browser.storage.local.set({ [KEY]: name });
  usePlace(Promise.resolve(name));
  if (before !== undefined) await removePlace(before);
}

/** Removes the place that the user went to, if there was one, and answers whether there was. */
export async function removeFreshPlace(): Promise<boolean> {
  const name = isOffered() ? await keptPlace() : undefined;
  if (name === undefined) return false;
  await removePlace(name);
  usePlace(Promise.resolve(undefined));
  return true;
}
