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
import { currentHistory, keptHistories, setAside, showHistory } from "../histories/histories.ts";
import { importAnswers, importReads, importWrites } from "./import-answers.ts";
import { listReads, listWrites, overview } from "./list-answers.ts";
import { deliverOutbox } from "../histories/outbox.ts";
import { historyDatabase, reopenDespiteDamage } from "../histories/open-histories.ts";
import { forgetHeld } from "../histories/witness.ts";
import { networkReads } from "./network-answers.ts";
import { personReads, personWrites } from "./person-answers.ts";
import { tabReads } from "./tab-answers.ts";
import { tableReads, tableWrites } from "./table-answers.ts";
import {
  askedValue,
  changedSettings,
  keptValue,
  namedHistory,
} from "../questions/questions-checked.ts";
import { unreadSurfaces } from "../browser/reader-report.ts";
import { remind } from "../browser/reminders.ts";
import { beginCalls } from "../browser/week-caller.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { changeSettings, settings } from "../kept/settings-kept.ts";

type FreeQuestion =
  | "readerReport"
  | "histories"
  | "settings"
  | "changeSettings"
  | "keptValue"
  | "keepValue";

/** The answers to {@link PageQuestions}. */
export const pageAnswers: PageAnswers<PageQuestions> = {
  ...importAnswers,
  ...importReads,
  ...importWrites,
  ...exchangeAnswers,
  ...exchangeReads,
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
  ...tableWrites,
  ...free<Pick<PageQuestions, FreeQuestion>>({
    readerReport: unreadSurfaces,
    histories: keptHistories,
    settings,
    keptValue: (about) => ownValue(parse(askedValue, about).key),

    async keepValue(about) {
      const { key, value } = parse(keptValue, about);
      await changeOwnValue(key, () => value);
      tellChange({ of: "value", key });
    },

    async changeSettings(about) {
      const changed = parse(changedSettings, about);
      const { preferences: before } = await settings();
      await changeSettings(changed);
      const { preferences: after } = await settings();
      if (after.callOn !== before.callOn || after.callAtMinutes !== before.callAtMinutes)
        await beginCalls();
      if ("preferences" in changed || "setup" in changed) await remind();
    },
  }),
  overview,

  async acceptDamage(_about, named) {
    const history = await currentHistory();
    if (history === undefined) throw new Refusal("no-history");
    if (history.name !== named) throw new Refusal("other-history");
    await reopenDespiteDamage(history.name);
    await deliverOutbox(Date.now());
    return { answer: undefined, history: history.name };
  },

  async startAnew(_about, named) {
    const history = await currentHistory();
    if (history?.name !== named) throw new Refusal("other-history");
    if (history === undefined) await forgetHeld();
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
