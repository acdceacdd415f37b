/**
 * What our own pages are answered while a history leaves or enters Tielight.
 */
import { parse } from "valibot";
import {
  type ExportedRecord,
  type JsonObject,
  recordId,
} from "../../domain/records/exported-history.ts";
import { ownership } from "../../domain/person/owner.ts";
import type { ExportQuestions, RestoreQuestions } from "../../protocol/exchange-questions.ts";
import { exportedSettings, settingsOfExport } from "../../settings/settings.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { chosenPeople, exportedPeople } from "../../storage/exchange/exported-people.ts";
import { exactReads, readRecords } from "../../storage/exchange/exported-records.ts";
import { forgivingReads } from "../../storage/exchange/forgiving-reads.ts";
import { previewRestore } from "../../storage/exchange/restore-preview.ts";
import {
  beginRestore,
  dropRestore,
  forgetBefore,
  noteBefore,
  notedBefore,
  stagedHead,
  stagedSettings,
  stageRestore,
} from "../../storage/exchange/restore-staging.ts";
import { isThere } from "../../storage/database/place.ts";
import { commitRestore } from "../../storage/exchange/restore.ts";
import { doneRestore } from "../../storage/exchange/undo-restore.ts";
import { storedCounts } from "../../storage/view/about.ts";
import { lineOf } from "../../exchange/record-lines.ts";
import { exportedHead } from "../backup/exported-head.ts";
import { exporting, free } from "./answers.ts";
import { restoreNamed } from "./restore-named.ts";
import type { SampleQuestion } from "./sample-answers.ts";
import {
  askedChosenPeople,
  askedPeoplePart,
  askedRecordsPart,
  begunRestore,
  committedRestore,
  namedRestore,
  stagedPart,
} from "../questions/exchange-questions-checked.ts";
import {
  allHistories,
  discardEmpty,
  discardUnfinished,
  enrol,
  ownedHistories,
  putInUse,
  setAside,
  strike,
} from "../histories/histories.ts";
import { discardHistory, historyDatabase, witnessed } from "../histories/open-histories.ts";
import { finishDeletionOf } from "../histories/deletions.ts";
import { keepChosen } from "../browser/keep-chosen.ts";
import { remind } from "../browser/reminders.ts";
import { leaveLostPlace } from "../histories/leave-lost-place.ts";
import { deliverOutbox } from "../histories/outbox.ts";
import { underWay } from "../histories/under-way.ts";
import { exportedViews, restoreViews, takeBackViews } from "../kept/saved-views.ts";
import { settings } from "../kept/settings-kept.ts";

/** Where an export goes on: a place in the history, and in front of it whether the settings are still to come. */
interface ExportPlace {
  readonly after: string | undefined;
  readonly isBeforeSettings: boolean;
}

const placeIn = (after: string | undefined): ExportPlace => ({
  after: after?.slice(1),
  isBeforeSettings: after === undefined || after.startsWith("-"),
});

const placeText = (next: string, isBeforeSettings: boolean): string =>
  `${isBeforeSettings ? "-" : "+"}${next}`;

const SETTINGS = "settings";

/** The settings with the views that the user saved in a history. */
const settingsOf = async (history: string): Promise<JsonObject> => ({
  ...exportedSettings(await settings()),
  ...(await exportedViews(history)),
});

/** The records with the settings in their place among them, if that is here. */
async function withSettings(
  name: string,
  records: readonly ExportedRecord[],
  isLast: boolean,
): Promise<readonly ExportedRecord[] | undefined> {
  const place = records.findIndex((record) => recordId(record) > SETTINGS);
  if (place < 0 && !isLast) return undefined;
  const record: ExportedRecord = { kind: "settings", settings: await settingsOf(name) };
  return records.toSpliced(place < 0 ? records.length : place, 0, record);
}

/** Carries out the deletion that can still be undone, where the history can be written to. */
async function finishForExport(name: string, exported: HistoryDatabase): Promise<void> {
  const { database } = await historyDatabase(name);
  if (database === exported) await finishDeletionOf({ name, database });
}

/** Answers about the history that the page shows. */
export const exchangeReads = exporting<ExportQuestions>({
  exportHead: (_about, { name, database }) => exportedHead(name, database, Date.now()),

  async exportRecords(about, { name, database }) {
    const { after, atMost, erased, readable } = parse(askedRecordsPart, about);
    // The list of the erased must not hold who may come back.
    if (erased) await finishForExport(name, database);
    const place = placeIn(after);
    const missing = new Set<string>();
    const reads = readable ? forgivingReads(database, missing) : exactReads(database);
    const asked = { after: place.after, atMost, erased };
    const { records: read, next } = await readRecords(reads, asked);
    // What no line can be made of would cost the page the whole file.
    const records = readable
      ? read.filter((one) => reads.made(recordId(one), () => lineOf(one)).length > 0)
      : read;
    const more = place.isBeforeSettings
      ? await withSettings(name, records, next === undefined)
      : undefined;
    return {
      records: more ?? records,
      ...(missing.size > 0 && { missing: [...missing] }),
      ...(next !== undefined && {
        next: placeText(next, place.isBeforeSettings && more === undefined),
      }),
    };
  },

  exportPeople: (about, { database }) =>
    exportedPeople(database, parse(askedPeoplePart, about), Date.now()),
  exportChosen: (about, { database }) =>
    chosenPeople(database, parse(askedChosenPeople, about), Date.now()),
});

type Aliases = Parameters<typeof ownership>[0];

/** The history of an owner, or the name of a new one; of a new one, too, where theirs cannot be used. */
async function historyOfOwner(owner: { readonly aliases: Aliases }): Promise<string> {
  const found = ownership(owner.aliases, await ownedHistories());
  const known = found.whose === "known" ? found.history.name : undefined;
  const isUsable =
    known !== undefined && (await historyDatabase(known)).trouble?.code === undefined;
  return known !== undefined && isUsable ? known : `history-${crypto.randomUUID()}`;
}

/** The user goes on with a history that came back: those of the same owner that cannot be used, or whose owner nobody knows, stay behind. */
async function leaveBehindUnusable(history: string, owner: { readonly aliases: Aliases }) {
  for (const one of await ownedHistories()) {
    const isTheirs =
      one.aliases.length === 0 || one.aliases.some((alias) => owner.aliases.includes(alias));
    if (one.name === history || !isTheirs) continue;
    if ((await historyDatabase(one.name)).trouble !== undefined) await setAside(one.name);
  }
}

const ownerOf = async (history: string): Promise<{ readonly aliases: Aliases }> =>
  (await allHistories()).find(({ name }) => name === history) ?? { aliases: [] };

/** Commits a restore. Answers the settings of the file, if it has some. */
async function committed(
  database: HistoryDatabase,
  history: string,
  restore: string,
  revision: number,
  id: string,
): Promise<JsonObject | undefined> {
  const { owner } = await stagedHead(database, restore);
  // Asked again, because the background ended before the commit, the history is enrolled and the views are there already.
  const before = await noteBefore(database, restore, {
    isNew: !(await allHistories()).some(({ name }) => name === history),
    settings: await settingsOf(history),
  });
  await enrol(history, owner);
  // Before the commit: the background may end right after it, and the file is not there any more then.
  const incoming = await stagedSettings(database, restore);
  if (incoming !== undefined) await restoreViews(history, incoming);
  return underWay(id, (step) =>
    commitRestore(database, restore, revision, step, Date.now(), before),
  ).catch(async (error: unknown) => {
    // What is thrown here must not hide the reason.
    const tidied = async (): Promise<void> => {
      if (incoming !== undefined) await takeBackViews(history, before.settings, incoming);
      if (before.isNew) await strike(history);
      await forgetBefore(database, restore);
    };
    await tidied().catch(console.error);
    throw error;
  });
}

/** Answers about the history that the restore goes into. */
export const exchangeAnswers = free<Omit<RestoreQuestions, SampleQuestion>>({
  async beginRestore(about) {
    const head = parse(begunRestore, about);
    await leaveLostPlace();
    const history = await historyOfOwner(head.owner);
    const restore = crypto.randomUUID();
    const id = `${history}.${restore}`;
    // One that nobody brought to its end left a database behind.
    await discardUnfinished(history);
    const { database } = await restoreNamed(id, true);
    await beginRestore(database, restore, head);
    return { id };
  },

  async stageRestore(about) {
    const { id, part, records } = parse(stagedPart, about);
    const { database, restore } = await restoreNamed(id);
    await stagedHead(database, restore);
    await stageRestore(database, restore, part, records);
  },

  async previewRestore(about) {
    const { id } = parse(namedRestore, about);
    const { database, restore } = await restoreNamed(id);
    await stagedHead(database, restore);
    return underWay(id, (step) => previewRestore(database, restore, step, Date.now()));
  },

  async commitRestore(about) {
    const { id, revision } = parse(committedRestore, about);
    const { database, restore, history } = await restoreNamed(id);
    // Asked again, because the background ended before it answered: what follows a restore may not have been done yet.
    const done = await doneRestore(database, restore);
    const restored =
      done === undefined
        ? await committed(database, history, restore, revision, id)
        : done.settings?.restored;
    await leaveBehindUnusable(history, await ownerOf(history));
    await putInUse(history);
    if (restored !== undefined) await keepChosen(settingsOfExport(restored));
    await witnessed(history, database);
    // What was observed while there was no history to take it in.
    await deliverOutbox(Date.now());
    await remind();
    return storedCounts(database);
  },

  async cancelRestore(about) {
    const { id } = parse(namedRestore, about);
    // Asked again, because the background ended before it answered: the history went with the restore.
    if (!(await isThere(id.split(".")[0] ?? ""))) return;
    const { database, restore, history } = await restoreNamed(id);
    const listed = (await allHistories()).find(({ name }) => name === history);
    // The background may have ended right before a commit.
    const before = await notedBefore(database, restore);
    const incoming = before && (await stagedSettings(database, restore));
    if (incoming !== undefined) await takeBackViews(history, before?.settings ?? {}, incoming);
    if (listed !== undefined && (before?.isNew === true || listed.aside === "sample"))
      await discardEmpty(history);
    if (!(await isThere(history))) return;
    await dropRestore(database, restore);
    if (listed === undefined) await discardHistory(history);
  },
});
