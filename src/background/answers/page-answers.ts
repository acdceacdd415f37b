/**
 * What our own pages are answered.
 */
import { parse } from "valibot";
import type { PageQuestions } from "../../protocol/page-questions.ts";
import { tellChange } from "../../protocol/changes.ts";
import { Refusal } from "../../protocol/transport.ts";
import { free, type PageAnswers } from "./answers.ts";
import { backupReads, backupWrites } from "./backup-answers.ts";
import { exchangeAnswers, exchangeReads } from "./exchange-answers.ts";
import { folderAnswers } from "./folder-answers.ts";
import { historyAnswers } from "./history-answers.ts";
import {
  allHistories,
  currentHistory,
  goneTo,
  keptHistories,
  ownedHistories,
  removeKept,
  setAside,
  showHistory,
  viewerOf,
} from "../histories/histories.ts";
import { importAnswers, importReads, importWrites } from "./import-answers.ts";
import { listReads, listWrites, overview } from "./list-answers.ts";
import { deliverOutbox } from "../histories/outbox.ts";
import { historyDatabase, reopenDespiteDamage } from "../histories/open-histories.ts";
import { leaveLostPlace } from "../histories/leave-lost-place.ts";
import { settleUnclaimed } from "../histories/unclaimed.ts";
import { forgetHeld } from "../histories/witness.ts";
import { networkReads } from "./network-answers.ts";
import { personReads, personWrites } from "./person-answers.ts";
import { sampleAnswers } from "./sample-answers.ts";
import { tabReads } from "./tab-answers.ts";
import { ruleReads, ruleWrites } from "./rule-answers.ts";
import { tableReads, tableWrites } from "./table-answers.ts";
import {
  askedValue,
  changedSettings,
  keptValue,
  namedHistory,
  settledUnclaimed,
} from "../questions/questions-checked.ts";
import { readerHealth, unreadSurfaces } from "../browser/reader-report.ts";
import { remind } from "../browser/reminders.ts";
import { keepChosen } from "../browser/keep-chosen.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { settings } from "../kept/settings-kept.ts";

type FreeQuestion =
  | "readerReport"
  | "readerHealth"
  | "histories"
  | "settings"
  | "changeSettings"
  | "keptValue"
  | "keepValue"
  | "settleUnclaimed";

/** Whether two values that pages keep are the same. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether the user goes on without this history already: it stands aside, or in a place that was left with everything in it. */
async function isSetAside(name: string | undefined): Promise<boolean> {
  const all = await allHistories();
  return all.length === 0 || all.some((one) => one.name === name && one.aside === "replaced");
}

/** The answers to {@link PageQuestions}. */
export const pageAnswers: PageAnswers<PageQuestions> = {
  ...importAnswers,
  ...importReads,
  ...importWrites,
  ...exchangeAnswers,
  ...exchangeReads,
  ...sampleAnswers,
  ...backupReads,
  ...backupWrites,
  ...folderAnswers,
  ...historyAnswers,
  ...listReads,
  ...listWrites,
  ...networkReads,
  ...personReads,
  ...personWrites,
  ...tabReads,
  ...tableReads,
  ...ruleReads,
  ...ruleWrites,
  ...tableWrites,
  ...free<Pick<PageQuestions, FreeQuestion>>({
    readerReport: unreadSurfaces,
    readerHealth,
    histories: keptHistories,
    settings,
    keptValue: (about) => ownValue(parse(askedValue, about).key),

    async keepValue(about) {
      const { key, value, from } = parse(keptValue, about);
      let isKept = false;
      await changeOwnValue(key, (before) => {
        // Asked again, because the background ended before it answered: it is there already.
        isKept = from === undefined || isSame(before, from.value) || isSame(before, value);
        return isKept ? value : before;
      });
      if (isKept) tellChange({ of: "value", key });
      return isKept;
    },

    async settleUnclaimed(about) {
      const { name } = parse(settledUnclaimed, about);
      const history = (await ownedHistories()).find((one) => one.name === name);
      const isOwned = history !== undefined && history.aliases.length > 0;
      if (name !== undefined && !isOwned) throw new Refusal("no-history");
      await settleUnclaimed(history && viewerOf(history));
      await deliverOutbox(Date.now());
      tellChange({ of: "histories" });
    },

    async changeSettings(about) {
      const changed = parse(changedSettings, about);
      await keepChosen(changed);
      if ("preferences" in changed || "setup" in changed) await remind();
    },
  }),
  overview,

  async acceptDamage(_about, named) {
    const history = await currentHistory();
    // Asked again, because the background ended before it answered: nothing was left of it.
    if (named !== undefined && (await goneTo(named)) !== undefined) return { answer: undefined };
    if (history === undefined) throw new Refusal("no-history");
    if (history.name !== named) throw new Refusal("other-history");
    const { people, interactions } = await reopenDespiteDamage(history.name);
    // Nothing is left, not even whose it was: as long as it is there, everybody may be its owner.
    const isNobodys = people + interactions === 0 && history.aliases.length === 0;
    if (isNobodys) await removeKept(history.name);
    await deliverOutbox(Date.now());
    return { answer: undefined, ...(!isNobodys && { history: history.name }) };
  },

  async startAnew(_about, named) {
    const history = await currentHistory();
    // Asked again, because the background ended before it answered: it is left already.
    const isLeft = history?.name !== named && (await isSetAside(named));
    if (history?.name !== named && !isLeft) throw new Refusal("other-history");
    if (!isLeft) await leaveLostPlace();
    if (isLeft) tellChange({ of: "histories" });
    else if (history === undefined) await forgetHeld();
    else if ((await historyDatabase(history.name)).trouble === undefined)
      throw new Refusal("no-trouble");
    else await setAside(history.name);
    await deliverOutbox(Date.now());
    await remind();
    return { answer: undefined };
  },

  async showHistory(about) {
    const { name } = parse(namedHistory, about);
    await showHistory(name);
    await remind();
    return { answer: undefined, history: name };
  },
};
