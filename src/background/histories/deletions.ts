/**
 * Deletions that can be undone for a moment: they are done when the page that began them is left, after a minute, or when the browser is
 * started anew, whichever is first.
 */
import { browser } from "../../browser.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { Refusal } from "../../protocol/transport.ts";
import {
  beginDeletion,
  type Deletion,
  finishDeletion,
  undoableDeletion,
} from "../../storage/records/deletion.ts";
import type { HistoryInUse } from "./history-in-use.ts";
import { allHistories } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";
import { dropErased } from "./unclaimed.ts";

const ALARM = "deletion";

/** How long a deletion can be undone (minutes). */
const WAITS_MINUTES = 1;

/** Is called when a deletion is done for good. */
let hearDone = (): void => undefined;

const done = async (name: string, deletion: Deletion | undefined): Promise<void> => {
  if (deletion === undefined) return;
  await dropErased(name, deletion.people);
  hearDone();
};

/** Deletes people, so that it can be undone for a moment; see `beginDeletion`. Refused as `unknown-person` where there is none of them. */
export async function deletePeople(
  { name, database }: HistoryInUse,
  ids: readonly PersonId[],
  now: number,
): Promise<Deletion> {
  await done(name, await finishDeletion(database));
  // First, so that it is done also where the background ends right afterwards.
  await browser.alarms.create(ALARM, { delayInMinutes: WAITS_MINUTES });
  const deletion = await beginDeletion(database, ids, now);
  if (deletion === undefined) throw new Refusal("unknown-person");
  return deletion;
}

/** Carries out the deletion that can still be undone. @param id absent for whichever there is */
export const finishDeletionOf = async (
  { name, database }: HistoryInUse,
  id?: string,
): Promise<void> => done(name, await finishDeletion(database, id));

/** Carries out what can still be undone in any history, if it is from before this moment (ms). */
export async function finishDeletions(before: number): Promise<void> {
  for (const { name } of await allHistories()) {
    const { database } = await historyDatabase(name);
    if (database === undefined) continue;
    const deletion = await undoableDeletion(database);
    if (deletion === undefined) continue;
    if (deletion.at <= before) await finishDeletionOf({ name, database }, deletion.id);
    else await browser.alarms.create(ALARM, { delayInMinutes: WAITS_MINUTES });
  }
}

/**
 * Waits for the moment, and for the next start. To be called at the start of the background, before anything is awaited.
 *
 * @param onDone what is to be done after each deletion that is done for good
 */
export function listenForDeletions(
  onDone: () => Promise<void>,
  report: (error: unknown) => void,
): void {
  hearDone = () => {
    onDone().catch(report);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    // A little early, as alarms may be: what is due now must not wait for another minute.
    if (name === ALARM) finishDeletions(Date.now() - WAITS_MINUTES * 50_000).catch(report);
  });
  for (const begun of [browser.runtime.onStartup, browser.runtime.onInstalled])
    begun.addListener(() => {
      finishDeletions(Infinity).catch(report);
    });
}
