/**
 * Room on the disk, asked for before anything is written.
 *
 * Chromium keeps all databases of an extension in the same files, one of them a log that every write is added to. A write that a full disk
 * cuts off leaves half a record there; what is written later comes behind it, and the next start of the browser takes the log for damaged
 * and drops all databases (measured in 156). So nothing is written there where hardly any room is left, and where a write was cut off all
 * the same, the log is left behind before anything is added to it. Firefox undoes what was cut off by itself (measured in 153).
 */
import type { DBSchema } from "idb";
import { hasOtherPlace, openAt, removeAt } from "./place.ts";

/** Whether there is room; `unreachable` where the browser reaches nothing that it stores: then the disk is full or damaged. */
export type Room = "enough" | "none" | "unreachable";

/** With less room (bytes) than this nothing is written: more than one change of a person takes by far. */
const LEAST_ROOM = 16_000_000;

/** An answer about room holds this long (ms): an import writes hundreds of parts. */
const HOLDS_MS = 1000;

/** How much (bytes) the browser says can still be stored; `undefined` where it does not say. @throws where it reaches no storage */
async function estimatedRoom(): Promise<number | undefined> {
  const { navigator: browser } = globalThis as { readonly navigator?: Navigator };
  const { quota, usage } = (await browser?.storage?.estimate()) ?? {};
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

const sharesFiles = hasOtherPlace;

/** Whether the browser knows how much room there is, so that to ask writes nothing. Only Chromium's estimate knows the disk. */
export const isRoomEstimated = sharesFiles;

interface TrialSchema extends DBSchema {
  bytes: { key: number; value: Uint8Array };
}

/** More (bytes) than may happen to be left in what a file takes already. */
const TRIAL_BYTES = 100_000;

async function withTrial(name: string, bytes: Uint8Array, times: number): Promise<void> {
  const database = await openAt<TrialSchema>(name, {
    version: 1,
    upgrade: (made) => made.createObjectStore("bytes"),
  });
  try {
    for (let place = 0; place < times; place += 1) await database.put("bytes", bytes, place);
  } finally {
    database.close();
    await removeAt(name).catch(() => undefined);
  }
}

/** Whether something can be written; `undefined` where that fails for another reason than room. */
const isTaken = (): Promise<boolean | undefined> =>
  withTrial("trial", new Uint8Array(TRIAL_BYTES), 1).then(
    () => true,
    (error: unknown) =>
      error instanceof DOMException && error.name === "QuotaExceededError" ? false : undefined,
  );

/** Whether there is room now. */
export async function roomLeft(): Promise<Room> {
  let estimated: number | undefined;
  try {
    estimated = await estimatedRoom();
  } catch {
    return "unreachable";
  }
  if (sharesFiles()) return estimated !== undefined && estimated < LEAST_ROOM ? "none" : "enough";
  // Firefox names the reason at every other try only.
  const tried = [await isTaken(), await isTaken()];
  return tried.includes(false) ? "none" : "enough";
}

/** Where it is kept that a write was cut off, beyond the life of this background. */
export interface CutOffNote {
  readonly read: () => Promise<boolean>;
  readonly write: (isCutOff: boolean) => Promise<void>;
}

let note: CutOffNote = { read: () => Promise.resolve(false), write: () => Promise.resolve() };
let cutOff: Promise<boolean> | undefined;
let mending: Promise<void> | undefined;
let answered: { readonly at: number; readonly room: Promise<Room> } | undefined;

/** To be called before anything is opened. */
export function useCutOffNote(kept: CutOffNote): void {
  note = kept;
}

/** The log of Chromium is begun anew when it has grown by four million bytes; values of 64 KiB would lie elsewhere. */
const [MENDING_BYTES, MENDING_TIMES] = [60_000, 80];

/** Leaves a log behind that has half a record in it, if there is one and there is room. */
export function mendCutOff(): Promise<void> {
  const mend = async (): Promise<void> => {
    cutOff ??= note.read().catch(() => false);
    if (!(await cutOff) || (await roomLeft()) !== "enough") return;
    const bytes = crypto.getRandomValues(new Uint8Array(MENDING_BYTES));
    await withTrial("mending", bytes, MENDING_TIMES);
    cutOff = Promise.resolve(false);
    await note.write(false);
  };
  mending ??= mend().finally(() => (mending = undefined));
  return mending;
}

const full = (): DOMException => new DOMException("The disk is full", "QuotaExceededError");

/** @throws DOMException `QuotaExceededError` where nothing may be written */
async function needRoom(): Promise<void> {
  if (!sharesFiles()) return;
  const now = Date.now();
  if (answered === undefined || Math.abs(now - answered.at) > HOLDS_MS)
    answered = { at: now, room: roomLeft() };
  if ((await answered.room) === "none") {
    // The user may make room at any moment.
    answered = undefined;
    throw full();
  }
  await mendCutOff();
}

/** Errors that a full disk shows as, besides `QuotaExceededError`. */
const OF_DISK: readonly string[] = ["UnknownError", "InvalidStateError", "AbortError"];

/**
 * Does something that writes to a database. Everything that writes comes through here.
 *
 * @throws DOMException `QuotaExceededError` where there is no room; then nothing has changed
 * @throws what `work` throws
 */
export async function withRoom<Result>(work: () => Promise<Result>): Promise<Result> {
  await needRoom();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DOMException) || !OF_DISK.includes(error.name)) throw error;
    answered = undefined;
    if (!error.message.includes("NO_SPACE") && (await roomLeft()) !== "none") {
      // What Firefox writes to a database first after the disk was full fails once more, and nothing is changed by it (measured in 153).
      if (!sharesFiles() && error.name === "InvalidStateError") return work();
      throw error;
    }
    if (sharesFiles()) {
      cutOff = Promise.resolve(true);
      // Where not even that can be written, this background knows it still.
      await note.write(true).catch(() => undefined);
    }
    throw full();
  }
}
