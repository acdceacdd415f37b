/**
 * The folder that the user chose: kept with the own values, looked after once an hour. Only the background uses it.
 */
import { browser } from "../../browser.ts";
import { tellChange } from "../../protocol/changes.ts";
import { folderKeyId, isSealedFolder } from "../../domain/backup/folder-files.ts";
import type { FolderState, SentKey } from "../../protocol/backup-questions.ts";
import { sendDirectory, watchDirectories } from "../../protocol/folder-channel.ts";
import { Refusal } from "../../protocol/transport.ts";
import { finishDeletions } from "../histories/deletions.ts";
import { ownedHistories } from "../histories/histories.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { type ChosenDirectory, folderOf, isGranted } from "./folder.ts";
import { folderHistories } from "./folder-histories.ts";
import type { FolderKey } from "./folder-keys.ts";
import { forgetOpened, keyOf, sealOf, withOpened } from "./folder-seal.ts";
import { type FolderRound, keepFolder } from "./keep-folder.ts";
import { takeOut } from "./take-out.ts";

const KEY = "folder";
const ALARM = "folder";
const EVERY_MINUTES = 60;
/** A folder that was sent comes within this time (ms), or not at all. */
const COMES_WITHIN_MS = 5000;

/** What is kept of the folder in use. */
export interface KeptFolder {
  /** The id by which it was sent. */
  readonly id: string;
  readonly directory: ChosenDirectory;
  readonly round?: FolderRound;
  readonly hasFailed?: boolean;
  /** Those that its files are sealed for; absent where they are not sealed. */
  readonly keys?: readonly FolderKey[];
  /** It was chosen while there was no history, and there was none since: a file of it may begin one. */
  readonly mayBegin?: boolean;
}

/** The folder in use, if there is one. */
export const keptFolder = async (): Promise<KeptFolder | undefined> =>
  (await ownValue(KEY)) as KeptFolder | undefined;

/** Whether a file may begin a history: the folder was chosen while there was none, and none came since. */
const mayBegin = async (): Promise<boolean> => (await keptFolder())?.mayBegin === true;

const histories = folderHistories(mayBegin);

const isWithoutHistory = async (): Promise<boolean> => (await ownedHistories()).length === 0;

async function round(isAsked: boolean, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const before = await keptFolder();
  if (before === undefined || !(await isGranted(before.directory))) return;
  // Who wants a file now has no time for an undo.
  if (isAsked) await finishDeletions(Infinity);
  const known = before.round?.known ?? {};
  const outcome = await keepFolder(
    folderOf(before.directory),
    histories,
    { known, keys: await withOpened(before.keys ?? []) },
    Date.now(),
    isAsked,
    signal,
  ).then(
    (found): Partial<KeptFolder> => ({ round: found, hasFailed: false }),
    (error: unknown): Partial<KeptFolder> => {
      if (signal.aborted) return {};
      // Said on the page; the console keeps the reason for a report.
      console.error(error);
      return { hasFailed: true };
    },
  );
  // What is to be removed now must not be written anew.
  if (signal.aborted) return;
  const isStillWithout = await isWithoutHistory();
  // The user may have chosen otherwise meanwhile.
  await changeFolder((now) => ({
    ...now,
    ...outcome,
    mayBegin: now.mayBegin === true && isStillWithout,
  }));
}

/** Chrome ends a background that asks the browser for nothing for half a minute (ms). */
const BEAT_MS = 20_000;

/** Lets the browser know that something is under way. */
async function whileAwake(work: () => Promise<void>): Promise<void> {
  const beat = setInterval(() => {
    browser.runtime.getPlatformInfo().catch(console.error);
  }, BEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}

let turn: Promise<unknown> = Promise.resolve();
let stopping = new AbortController();

/**
 * Does what removes histories: a round under way ends before, and none begins meanwhile, so that none opens again what is being removed.
 */
export function betweenRounds<Result>(work: () => Promise<Result>): Promise<Result> {
  stopping.abort();
  stopping = new AbortController();
  return afterRounds(work);
}

/** Does what opens histories: when the rounds and removals before are done, and none begins meanwhile. */
export function afterRounds<Result>(work: () => Promise<Result>): Promise<Result> {
  const next = turn.then(work);
  turn = next.catch(() => undefined);
  return next;
}

/** Does a round when those before are done. @param isAsked the user wants a file to be written now */
export function keepFolderNow(isAsked: boolean): Promise<void> {
  const { signal } = stopping;
  return afterRounds(() => whileAwake(() => round(isAsked, signal)));
}

/** What is kept of the folder, as if nothing of a copy had been taken in. */
function asUnread(folder: KeptFolder, copy: string): KeptFolder {
  if (folder.round === undefined) return folder;
  const { [copy]: _read, ...known } = folder.round.known;
  const copies = folder.round.copies.map((one) =>
    one.copy === copy ? { ...one, isTaken: false } : one,
  );
  return { ...folder, round: { ...folder.round, known, copies } };
}

/** See `FolderQuestions`. */
export function takeOutOfFolder(copy: string): Promise<void> {
  const { signal } = stopping;
  return afterRounds(() =>
    whileAwake(async () => {
      // The history that took its last file in may be gone, or put back to what it was before: the file is read again.
      await changeFolder((now) => asUnread(now, copy));
      await round(true, signal);
      const folder = await keptFolder();
      if (folder?.round === undefined || signal.aborted) throw new Refusal("no-folder");
      if (folder.hasFailed === true) throw new Refusal("copy-not-taken");
      await takeOut(folderOf(folder.directory), copy, folder.round, await histories.opened());
      await round(false, signal);
    }),
  );
}

/** See `FolderQuestions`. */
export async function folderState(): Promise<FolderState | undefined> {
  const folder = await keptFolder();
  if (folder === undefined) return undefined;
  const { directory, round: last, hasFailed = false } = folder;
  const { wroteAt, copies = [], waiting = 0, later = 0, held = 0 } = last ?? {};
  const { locked = 0, damagedKeys = 0, unsealed = 0, unsealedOwn = 0 } = last ?? {};
  const isAllSealed = last?.isSealed === true && !hasFailed && unsealed === 0 && unsealedOwn === 0;
  return {
    name: directory.name,
    isGranted: await isGranted(directory),
    ...(wroteAt !== undefined && { wroteAt }),
    copies: copies.map(({ counter: _counter, ...copy }) => copy),
    waiting,
    later,
    held,
    hasFailed,
    seal: await sealOf(folder.keys, last),
    locked,
    damagedKeys,
    unsealed,
    unsealedOwn,
    isAllSealed,
  };
}

/** Changes what is kept of the folder, if there is one still, and tells our pages. */
export async function changeFolder(change: (now: KeptFolder) => KeptFolder): Promise<void> {
  await changeOwnValue(KEY, (now) => (now === undefined ? undefined : change(now as KeptFolder)));
  tellChange({ of: "value", key: KEY });
}

/** Folders that were sent and are not in use yet. */
const sentDirectories = new Map<string, ChosenDirectory>();

async function arrived(id: string): Promise<ChosenDirectory> {
  const end = Date.now() + COMES_WITHIN_MS;
  for (;;) {
    const directory = sentDirectories.get(id);
    if (directory !== undefined) return directory;
    if (Date.now() > end) throw new Refusal("no-folder");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const wake = (): Promise<void> =>
  Promise.resolve(
    browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES }),
  );

/**
 * The keys for a folder that is chosen: those of the folder before, whose files were sealed, or a new one. In a folder that somebody sealed
 * before, only keys count that lie there.
 */
async function keysOf(
  directory: ChosenDirectory,
  before: KeptFolder | undefined,
  sent: SentKey | undefined,
): Promise<readonly FolderKey[]> {
  if (before?.keys && (await before.directory.isSameEntry(directory))) return before.keys;
  const keys = sent === undefined ? (before?.keys ?? []) : [await keyOf(sent)];
  const names = await folderOf(directory).names();
  const there = new Set(names.map(folderKeyId));
  return isSealedFolder(names) ? keys.filter(({ id }) => there.has(id)) : keys;
}

/** See `FolderQuestions`. */
export async function useFolder(id: string, sent: SentKey | undefined): Promise<void> {
  const before = await keptFolder();
  // Asked again after the background ended, it is there already.
  if (before?.id !== id) {
    const directory = await arrived(id);
    const keys = await keysOf(directory, before, sent);
    const isWithout = await isWithoutHistory();
    await changeOwnValue(KEY, (): KeptFolder => ({ id, directory, keys, mayBegin: isWithout }));
    sentDirectories.delete(id);
  }
  await wake();
  await keepFolderNow(false);
}

/** See `FolderQuestions`. */
export async function sendFolder(id: string): Promise<void> {
  const folder = await keptFolder();
  if (folder === undefined) throw new Refusal("no-folder");
  sendDirectory({ to: "page", id, directory: folder.directory });
}

/** See `FolderQuestions`. */
export async function forgetFolder(): Promise<void> {
  await changeOwnValue(KEY, () => undefined);
  await forgetOpened();
  await browser.alarms.clear(ALARM);
  tellChange({ of: "value", key: KEY });
}

/** Listens for folders and for the hour. To be called at the start of the background, before anything is awaited. */
export function listenForFolder(report: (error: unknown) => void): void {
  watchDirectories(
    "background",
    (id, directory) => sentDirectories.set(id, directory as ChosenDirectory),
    new AbortController().signal,
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) keepFolderNow(false).catch(report);
  });
  const again = async (): Promise<void> => {
    if ((await keptFolder()) !== undefined) await wake();
  };
  for (const begun of [browser.runtime.onStartup, browser.runtime.onInstalled])
    begun.addListener(() => {
      again().catch(report);
    });
}
