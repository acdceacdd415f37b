/**
 * Deletions that can be undone for a moment: they are done when the page that began them is left, after a minute, or when the browser is
 * started anew, whichever is first.
 */
import { browser } from "../../browser.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { Refusal } from "../../protocol/transport.ts";
import { type Deletion, deletionHead } from "../../storage/database/deletion-head.ts";
import { historiesOnDisk } from "../../storage/database/histories-on-disk.ts";
import { type BeforeGone, beginDeletion, finishDeletion } from "../../storage/records/deletion.ts";
import type { HistoryInUse } from "./history-in-use.ts";
import { allHistories } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";
import { dropErased } from "./unclaimed.ts";

const ALARM = "deletion";

/** How long a deletion can be undone (minutes). */
const WAITS_MINUTES = 1;

const wake = (): Promise<void> =>
  Promise.resolve(browser.alarms.create(ALARM, { delayInMinutes: WAITS_MINUTES }));

/** Is called when a deletion is done for good. */
let hearDone = (): void => undefined;

/** What waits for the history of this name goes first: what is done in the history is not done again. */
const dropping =
  (name: string): BeforeGone =>
  ({ people }) =>
    dropErased(name, people);

/** Deletes people, so that it can be undone for a moment; see `beginDeletion`. Refused as `unknown-person` where there is none of them. */
export async function deletePeople(
  { name, database }: HistoryInUse,
  ids: readonly PersonId[],
  now: number,
): Promise<Deletion> {
  // First, so that it is done also where the background ends right afterwards.
  await wake();
  const deletion = await beginDeletion(database, ids, now, {
    beforeGone: dropping(name),
    clock: Date.now,
  });
  if (deletion === undefined) throw new Refusal("unknown-person");
  // To delete many takes a while; the moment in which it can be undone begins when they are gone.
  await wake();
  return deletion;
}

/** Carries out the deletion that can still be undone. @param id absent for whichever there is */
export async function finishDeletionOf(
  { name, database }: HistoryInUse,
  id?: string,
): Promise<void> {
  if ((await finishDeletion(database, id, dropping(name))) !== undefined) hearDone();
}

/**
 * Carries out what can still be undone in any history, if it is from before this moment (ms). To be called in the turn of the rounds of the
 * folder: it opens histories.
 *
 * @throws what was thrown first; what is left is done a minute later
 */
export async function finishDeletions(before: number): Promise<void> {
  const failed: unknown[] = [];
  let isLeft = false;
  const names = (await allHistories()).map(({ name }) => name);
  const there = new Set(await historiesOnDisk(names));
  for (const name of names.filter((one) => there.has(one)))
    try {
      const { database } = await historyDatabase(name);
      const deletion = database && (await deletionHead(database));
      if (database === undefined || deletion === undefined) continue;
      if (deletion.at <= before) await finishDeletionOf({ name, database }, deletion.id);
      else isLeft = true;
    } catch (error) {
      failed.push(error);
    }
  if (isLeft || failed.length > 0) await wake();
  if (failed.length > 0) throw failed[0];
}

/**
 * Waits for the moment, and for the next start. To be called at the start of the background, before anything is awaited.
 *
 * @param inRounds does something while no round of the folder is under way, and no history is removed
 * @param onDone what is to be done after each deletion that is done for good
 */
export function listenForDeletions(
  inRounds: (work: () => Promise<void>) => Promise<void>,
  onDone: () => Promise<void>,
  report: (error: unknown) => void,
): void {
  hearDone = () => {
    onDone().catch(report);
  };
  const finish = (before: number): void => {
    inRounds(() => finishDeletions(before)).catch(report);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    // A little early, as alarms may be: what is due now must not wait for another minute.
    if (name === ALARM) finish(Date.now() - WAITS_MINUTES * 50_000);
  });
  for (const begun of [browser.runtime.onStartup, browser.runtime.onInstalled])
    begun.addListener(() => finish(Infinity));
}
