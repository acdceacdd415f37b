/**
 * What our own pages are answered.
 */
import { parse } from "valibot";
import type { PageQuestions } from "../../protocol/page-questions.ts";
import { Refusal } from "../../protocol/transport.ts";
import { free, type PageAnswers } from "./answers.ts";
import { exchangeAnswers, exchangeReads } from "./exchange-answers.ts";
import { currentHistory, keptHistories, showHistory } from "../histories/histories.ts";
import { importAnswers, importReads, importWrites } from "./import-answers.ts";
import { listReads, listWrites, overview } from "./list-answers.ts";
import { reopenDespiteDamage } from "../histories/open-histories.ts";
import { personReads, personWrites } from "./person-answers.ts";
import { tableReads, tableWrites } from "./table-answers.ts";
import { namedHistory } from "../questions/questions-checked.ts";
import { unreadSurfaces } from "../browser/reader-report.ts";
import { remind } from "../browser/reminders.ts";

/** The answers to {@link PageQuestions}. */
export const pageAnswers: PageAnswers<PageQuestions> = {
  ...importAnswers,
  ...importReads,
  ...importWrites,
  ...exchangeAnswers,
  ...exchangeReads,
  ...listReads,
  ...listWrites,
  ...personReads,
  ...personWrites,
  ...tableReads,
  ...tableWrites,
  ...free<Pick<PageQuestions, "readerReport" | "histories">>({
    readerReport: unreadSurfaces,
    histories: keptHistories,
  }),
  overview,

  async acceptDamage(_about, named) {
    const history = await currentHistory();
    if (history === undefined) throw new Refusal("no-history");
    if (history.name !== named) throw new Refusal("other-history");
    await reopenDespiteDamage(history.name);
    return { answer: undefined, history: history.name };
  },

  async showHistory(about) {
    const { name } = parse(namedHistory, about);
    await showHistory(name);
    await remind();
    return { answer: undefined, history: name };
  },
};
