/**
 * What our own pages are answered about many people: the popup's lists, searching, and the network as a whole.
 */
import { parse } from "valibot";
import type { HistoryQuestions } from "../../protocol/page-questions.ts";
import type { Overview, Trouble } from "../../protocol/views.ts";
import { Refusal } from "../../protocol/transport.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { storedBacktest } from "../../storage/answers/backtest.ts";
import { storedBalance } from "../../storage/answers/balance.ts";
import { everybody } from "../../storage/derived/everybody.ts";
import { foundPeople } from "../../storage/answers/found-people.ts";
import { storedOverdue } from "../../storage/answers/overdue.ts";
import { renewLists } from "../../storage/answers/renew-lists.ts";
import { storedReplyCounts } from "../../storage/derived/sent.ts";
import { packRows } from "../../storage/view/shards.ts";
import { markDone, storedWeek } from "../../storage/answers/week.ts";
import { UnknownPerson } from "../../storage/records/known-subjects.ts";
import { storedCounts, storedCoverage } from "../../storage/view/about.ts";
import { personWithHandle } from "../../storage/view/people.ts";
import { settledHistories } from "../../storage/answers/settled-histories.ts";
import { type Answered, reading, writing } from "./answers.ts";
import { currentHistory } from "../histories/histories.ts";
import { isDiskFull } from "../kept/disk-full.ts";
import { likelyMistakes } from "../histories/likely-mistakes.ts";
import { historyDatabase, troubleInside, troubleOf } from "../histories/open-histories.ts";
import { unclaimedPeople } from "../histories/unclaimed.ts";
import { mayHaveHeld } from "../histories/witness.ts";
import { askedPeople, markedDone } from "../questions/questions-checked.ts";
import { remind } from "../browser/reminders.ts";
import { settings } from "../kept/settings-kept.ts";
import { weekStart } from "../kept/week-start.ts";

/**
 * Overdue people that the popup may need at once: where nobody is to be reconnected, it shows five of those who do not stand among the at most five to
 * say hello to. Each is read from the disk.
 */
const OVERDUE_ROWS = 10;

const EMPTY: Overview = {
  owner: undefined,
  people: 0,
  interactions: 0,
  stale: [],
  staleCount: 0,
  coverage: { archives: [] },
};

/** Why nothing can be kept, where that is so: it is not a history that is missing then. */
const ownTrouble = (): Promise<Trouble | undefined> =>
  settings().then(
    () => undefined,
    (error: unknown) => troubleOf(error),
  );

/** What the popup shows first: also without a history, and where there is trouble with it. */
export async function overview(): Promise<Answered<Overview>> {
  const history = await currentHistory();
  if (history === undefined) {
    const trouble = (await mayHaveHeld()) ? ({ code: "lost" } as const) : await ownTrouble();
    return { answer: trouble === undefined ? EMPTY : { ...EMPTY, trouble } };
  }
  const { name } = history;
  const head = {
    ...EMPTY,
    history: name,
    owner: history.ownerName === undefined ? {} : { name: history.ownerName },
  };
  const { database, trouble } = await historyDatabase(name);
  if (trouble !== undefined) return { answer: { ...head, trouble }, history: name };
  try {
    const [first, beside] = await Promise.all([shownFirst(database), toldBeside()]);
    return { answer: { ...head, ...first, ...beside }, history: name };
  } catch (error) {
    const inside = await troubleInside(name, error);
    if (inside === undefined) throw error;
    return { answer: { ...head, trouble: inside }, history: name };
  }
}

/** Of what cannot be read nothing is said; the console keeps why for a report. */
const orNothing = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    console.error(error);
    return undefined;
  });

/** What other databases tell. Where one of them cannot be read, the history is shown all the same, and is not taken for damaged. */
async function toldBeside(): Promise<Pick<Overview, "isDiskFull" | "hasMistake" | "unclaimed">> {
  const [isFull, mistakes, unclaimed = 0] = await Promise.all([
    orNothing(isDiskFull()),
    orNothing(likelyMistakes()),
    orNothing(unclaimedPeople()),
  ]);
  return {
    ...(isFull && { isDiskFull: true }),
    ...(mistakes !== undefined && mistakes.size > 0 && { hasMistake: true }),
    ...(unclaimed > 0 && { unclaimed }),
  };
}

/** What the popup shows first of a history. */
async function shownFirst(database: HistoryDatabase): Promise<Omit<Overview, "owner">> {
  const [counts, coverage, overdue] = await Promise.all([
    storedCounts(database),
    storedCoverage(database),
    storedOverdue(database, OVERDUE_ROWS, Date.now()),
  ]);
  return {
    ...counts,
    coverage,
    stale: overdue.rows,
    staleCount: overdue.count,
    ...(overdue.outdated && { outdated: overdue.outdated }),
  };
}

type ListReads = Pick<
  HistoryQuestions,
  "week" | "renewLists" | "people" | "replies" | "balance" | "backtest"
>;

/** Answers about many people. What `renewLists` writes follows from what is known already. */
export const listReads = reading<ListReads>({
  week: async (_about, { database }) => storedWeek(database, await weekStart(), Date.now()),

  async renewLists(_about, { database }) {
    const now = Date.now();
    const { preferences } = await settings();
    await renewLists(database, preferences.perWeek, await weekStart(), now);
    await remind();
    // A user who has the popup open is about to search.
    await everybody(database, now);
    // Nobody waits for that; the console keeps what went wrong for a report.
    packRows(database).catch(console.error);
  },

  people: (about, { database }) => foundPeople(database, parse(askedPeople, about), Date.now()),

  replies: (_about, { database }) => storedReplyCounts(database, Date.now()),

  balance: (_about, { database }) => storedBalance(database, Date.now()),

  backtest: (_about, { database }) =>
    storedBacktest(database, () => settledHistories(database), Date.now()),
});

/** Answers about the week that write. */
export const listWrites = writing<Pick<HistoryQuestions, "markDone">>({
  async markDone(about, { database }) {
    const { id, done } = parse(markedDone, about);
    if ((await personWithHandle(database, id)) === undefined) throw new UnknownPerson(id);
    if (!(await markDone(database, id, done, await weekStart(), Date.now())))
      throw new Refusal("not-suggested");
  },
});
