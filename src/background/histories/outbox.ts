/**
 * The outbox: what pages observed and what could not be recorded, while it is not certain whose history it belongs to, and while a history is damaged. It
 * waits here, bounded, and is recorded as soon as that is possible. Sightings are facts with natural keys, so that recording one again
 * changes nothing.
 */
import {
  dropEntry,
  hasOwn,
  keepEntry,
  type OutboxEntry,
} from "../../storage/database/own-database.ts";
import { record } from "../../storage/records/record.ts";
import { own } from "../kept/own-kept.ts";
import { historyObservedBy } from "./histories.ts";
import { historyDatabase, witnessed } from "./open-histories.ts";
import { dropOldUnclaimed } from "./unclaimed.ts";

/** Characters that may wait, about a month of browsing. */
const MOST = 8_000_000;

/** Records what a member observed. Answers whether that was possible. */
async function recorded(
  { viewer, sightings, session }: OutboxEntry,
  now: number,
): Promise<boolean> {
  // Nobody is assumed to have observed it: see `unclaimed.ts`.
  if (viewer === undefined) return false;
  const history = await historyObservedBy(viewer, session, now);
  const { database } = history === undefined ? {} : await historyDatabase(history.name);
  if (history === undefined || database === undefined) return false;
  await record(database, sightings, now);
  await witnessed(history.name, database);
  return true;
}

/** Records what a member observed, or keeps it until that is possible. Answers whether it is on disk, one way or the other. */
export async function take(entry: OutboxEntry, now: number): Promise<boolean> {
  if (await recorded(entry, now)) return true;
  await dropOldUnclaimed(now);
  return keepEntry(await own(), entry, MOST, now);
}

let delivering: Promise<void> | undefined;
/** It was asked for while it was under way: what could not be recorded then may be possible now. */
let isAskedAgain = false;

async function deliver(now: number): Promise<void> {
  if (!(await hasOwn())) return;
  await dropOldUnclaimed(now);
  const database = await own();
  for (const key of await database.getAllKeys("outbox")) {
    const entry = await database.get("outbox", key);
    if (entry === undefined) continue;
    try {
      if (await recorded(entry, now)) await dropEntry(database, key);
    } catch (error) {
      // A full disk takes nothing else either. Any other entry that cannot be recorded waits, and holds up nothing.
      if (error instanceof DOMException && error.name === "QuotaExceededError") throw error;
      console.error(error);
    }
  }
}

/** Records of what waits all that is possible now. */
export function deliverOutbox(now: number): Promise<void> {
  if (delivering !== undefined) {
    isAskedAgain = true;
    return delivering;
  }
  const all = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await deliver(now);
    } while (isAskedAgain);
  };
  delivering = all().finally(() => (delivering = undefined));
  return delivering;
}
