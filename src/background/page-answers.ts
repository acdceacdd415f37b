/**
 * What our own pages are answered.
 */
import { parse } from "valibot";
import { unitedCoverage } from "../domain/coverage-union.ts";
import { Refusal, type Overview, type PageQuestions } from "../messages.ts";
import { addCoverage, storedCounts, storedCoverage } from "../storage/about.ts";
import { choose } from "../storage/choose.ts";
import type { HistoryDatabase } from "../storage/database.ts";
import { exportedPeople } from "../storage/export.ts";
import { storedPersonCard } from "../storage/person-card.ts";
import { isFresh, keptReadyList, renewReadyList } from "../storage/ready-list.ts";
import { restore } from "../storage/record.ts";
import { exportHead } from "../exchange/forms.ts";
import { currentHistory, historyOfFile } from "./histories.ts";
import { importAnswers } from "./import-answers.ts";
import { newId } from "./new-id.ts";
import { unreadSurfaces } from "./reader-report.ts";
import { historyDatabase, reopenDespiteDamage, witnessed } from "./open-histories.ts";
import { askedPart, askedPerson, chosen, restoredPeople } from "./questions-checked.ts";

const EMPTY: Overview = {
  owner: undefined,
  people: 0,
  interactions: 0,
  stale: [],
  staleCount: 0,
  coverage: { archives: [] },
};

/** The database in use, for questions that make no sense without one. */
async function inUse(): Promise<{ readonly name: string; readonly database: HistoryDatabase }> {
  const history = await currentHistory();
  if (history === undefined) throw new Refusal("no-history");
  const { database, trouble } = await historyDatabase(history.name);
  if (trouble !== undefined) throw new Refusal(trouble.code);
  return { name: history.name, database };
}

/** The answers to {@link PageQuestions}. */
export const pageAnswers: {
  readonly [Name in keyof PageQuestions]: (about: unknown) => Promise<ReturnType<PageQuestions[Name]>>;
} = {
  readerReport: unreadSurfaces,
  ...importAnswers,

  async overview() {
    const history = await currentHistory();
    if (history === undefined) return EMPTY;
    const owner = history.ownerName === undefined ? {} : { name: history.ownerName };
    const { database, trouble } = await historyDatabase(history.name);
    if (trouble !== undefined) return { ...EMPTY, owner, trouble };
    const now = Date.now();
    const [counts, coverage, kept] = await Promise.all([
      storedCounts(database),
      storedCoverage(database),
      keptReadyList(database),
    ]);
    const list = isFresh(kept, now) ? kept : await renewReadyList(database, now);
    return { owner, ...counts, coverage, stale: list.rows, staleCount: list.staleCount };
  },

  async personCard(about) {
    const { id, atMost } = parse(askedPerson, about);
    const { database } = await inUse();
    return storedPersonCard(database, id, atMost, Date.now());
  },

  async choose(about) {
    const { id, choices } = parse(chosen, about);
    const { database } = await inUse();
    await choose(database, id, choices);
  },

  async acceptDamage() {
    const history = await currentHistory();
    if (history !== undefined) await reopenDespiteDamage(history.name);
  },

  async exportHead() {
    const history = await currentHistory();
    if (history === undefined) return undefined;
    const { database } = await inUse();
    return {
      format: "tielight-history",
      version: 1,
      exportedAt: Date.now(),
      owner: { aliases: history.aliases, ...(history.ownerName !== undefined && { name: history.ownerName }) },
      coverage: await storedCoverage(database),
    };
  },

  async exportPeople(about) {
    const { after, atMost } = parse(askedPart, about);
    const { database } = await inUse();
    return exportedPeople(database, after, atMost);
  },

  async restoreHead(about) {
    const { owner, coverage } = parse(exportHead, about);
    const history = await historyOfFile(owner);
    const { database, trouble } = await historyDatabase(history.name);
    if (trouble !== undefined) throw new Refusal(trouble.code);
    await addCoverage(database, (known) => unitedCoverage(known, coverage));
  },

  async restorePeople(about) {
    const people = parse(restoredPeople, about);
    const { name, database } = await inUse();
    await restore(database, people, newId);
    return witnessed(name, database);
  },
};
