/**
 * Answers to our own pages. Those about a history are given the one that the page shows, opened; nobody else looks for it.
 */
import {
  historyNamed,
  historyToExport,
  historyToWrite,
  type HistoryInUse,
} from "../histories/history-in-use.ts";
import { troubleInside, witnessed } from "../histories/open-histories.ts";
import { Refusal } from "../../protocol/transport.ts";
import { remind } from "../browser/reminders.ts";

/** An answer, and the name of the history that it is of, if it is of one. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly history?: string;
}

/**
 * Answers what is asked about. What is asked about comes unchecked; `named` is the history that the page says it shows, or that it showed until now
 * and is leaving.
 */
export type Answering<Answer> = (
  about: unknown,
  named: string | undefined,
  isLeaving?: boolean,
) => Promise<Answered<Answer>>;

/** Answers to questions of which each says for itself what history it is about. */
export type PageAnswers<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends (...about: never[]) => infer Answer
    ? Answering<Answer>
    : never;
};

/** Answers to questions about the history that a page shows. */
export type HistoryAnswers<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends (...about: never[]) => infer Answer
    ? (about: unknown, history: HistoryInUse) => Promise<Answer>
    : never;
};

/** Answers to questions that are about no history, or name it themselves. */
export type FreeAnswers<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends (...about: never[]) => infer Answer
    ? (about: unknown) => Promise<Answer>
    : never;
};

type AnyAnswer = (about: unknown, history: HistoryInUse) => Promise<unknown>;

function each<Questions>(
  answers: HistoryAnswers<Questions> | FreeAnswers<Questions>,
  answering: (answer: AnyAnswer) => Answering<unknown>,
): PageAnswers<Questions> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, answering(answer as AnyAnswer)]),
  ) as PageAnswers<Questions>;
}

/** What the answer throws; where the history turns out to be damaged inside, that is said from now on. */
async function orTrouble<Answer>(name: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const trouble = await troubleInside(name, error);
    if (trouble === undefined) throw error;
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  }
}

/** Answers that write nothing. A page that does not know its history yet learns it here. */
export const reading = <Questions>(answers: HistoryAnswers<Questions>): PageAnswers<Questions> =>
  each(answers, (answer) => async (about, named) => {
    const history = await historyNamed(named);
    const { name } = history;
    return { answer: await orTrouble(name, answer(about, history)), history: name };
  });

/** Answers that read what can be read of a history, damaged or not. */
export const exporting = <Questions>(answers: HistoryAnswers<Questions>): PageAnswers<Questions> =>
  each(answers, (answer) => async (about, named) => {
    const { end, ...history } = await historyToExport(named);
    try {
      const { name } = history;
      return { answer: await orTrouble(name, answer(about, history)), history: name };
    } finally {
      end();
    }
  });

/** Answers that write. Afterwards the witness knows, and the reminders follow. */
export const writing = <Questions>(answers: HistoryAnswers<Questions>): PageAnswers<Questions> =>
  each(answers, (answer) => async (about, named, isLeaving) => {
    const history = await historyToWrite(named, isLeaving);
    const answered = await orTrouble(history.name, answer(about, history));
    await witnessed(history.name, history.database);
    await remind();
    return { answer: answered, history: history.name };
  });

/** Answers to questions that are about no history, or name it themselves. */
export const free = <Questions>(answers: FreeAnswers<Questions>): PageAnswers<Questions> =>
  each(answers, (answer) => async (about) => ({
    answer: await (answer as (about: unknown) => Promise<unknown>)(about),
  }));
