/**
 * What our own pages are answered about many people: the popup's lists, searching, and the network as a whole.
 */
import { parse } from "valibot";
import type { Overview, PageQuestions, Week } from "../messages.ts";
import { preferences } from "../settings.ts";
import { storedCounts, storedCoverage } from "../storage/about.ts";
import { storedBacktest } from "../storage/backtest.ts";
import { storedBalance } from "../storage/balance.ts";
import { directoryOf, foundPeople } from "../storage/directory.ts";
import { keptList, outdated } from "../storage/kept-lists.ts";
import { renewLists } from "../storage/renew-lists.ts";
import { markDone, storedWeek } from "../storage/week.ts";
import type { PageAnswers } from "./answers.ts";
import { currentHistory } from "./histories.ts";
import { inUse } from "./history-in-use.ts";
import { historyDatabase } from "./open-histories.ts";
import { askedPeople, markedDone } from "./questions-checked.ts";
import { remind } from "./reminders.ts";

const EMPTY: Overview = {
  owner: undefined,
  people: 0,
  interactions: 0,
  stale: [],
  staleCount: 0,
  coverage: { archives: [] },
};

const NO_WEEK: Week = { reconnect: [], neverTalked: [], due: [], doneThisWeek: 0 };

type ListQuestions = Pick<
  PageQuestions,
  "overview" | "week" | "renewLists" | "markDone" | "people" | "balance" | "backtest"
>;

/** The answers to {@link ListQuestions}. */
export const listAnswers: PageAnswers<ListQuestions> = {
  async overview() {
    const history = await currentHistory();
    if (history === undefined) return EMPTY;
    const owner = history.ownerName === undefined ? {} : { name: history.ownerName };
    const { database, trouble } = await historyDatabase(history.name);
    if (trouble !== undefined) return { ...EMPTY, owner, trouble };
    const [counts, coverage, list] = await Promise.all([
      storedCounts(database),
      storedCoverage(database),
      keptList(database, "stale"),
    ]);
    const why = outdated(list, Date.now());
    return {
      owner,
      ...counts,
      coverage,
      stale: list.rows,
      staleCount: list.staleCount,
      ...(why && { outdated: why }),
    };
  },

  async week() {
    const history = await currentHistory();
    if (history === undefined) return NO_WEEK;
    const { database } = await historyDatabase(history.name);
    return database === undefined ? NO_WEEK : storedWeek(database, Date.now());
  },

  async renewLists() {
    const { database } = await inUse();
    const now = Date.now();
    const kept = await Promise.all([
      keptList(database, "stale"),
      keptList(database, "week"),
      keptList(database, "reminders"),
    ]);
    const { perWeek } = await preferences();
    if (kept.some((list) => outdated(list, now) !== undefined))
      await renewLists(database, perWeek, now);
    await remind();
    // Whoever has the popup open is about to search.
    await directoryOf(database, now);
  },

  async markDone(about) {
    const { id, done } = parse(markedDone, about);
    const { database } = await inUse();
    await markDone(database, id, done, Date.now());
  },

  async people(about) {
    const asked = parse(askedPeople, about);
    const { database } = await inUse();
    return foundPeople(database, asked, Date.now());
  },

  async balance() {
    const { database } = await inUse();
    return storedBalance(database, Date.now());
  },

  async backtest() {
    const { database } = await inUse();
    return storedBacktest(database, Date.now());
  },
};
