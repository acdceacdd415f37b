/**
 * The background: takes each question to the function that answers it. Everything it knows is on disk, because the browser
 * ends it whenever nothing happened for half a minute.
 */
import browser, { type Runtime } from "webextension-polyfill";
import { questionIn, Refusal, type Reply } from "../messages.ts";
import { listenForCommands } from "./commands.ts";
import { listenForOpenTabs } from "./open-tabs.ts";
import { pageAnswers } from "./page-answers.ts";
import { listenForReminders } from "./reminders.ts";
import { asker } from "./sender.ts";
import { siteAnswers } from "./site-answers.ts";

type Answer = (about: unknown, sender: Runtime.MessageSender) => unknown;

async function reply(
  answer: Answer,
  about: unknown,
  sender: Runtime.MessageSender,
): Promise<Reply> {
  try {
    return { answered: true, answer: await answer(about, sender) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, detail: error.message };
    // Not swallowed: the asker shows it, and the browser's own console keeps the stack for a report.
    console.error(error);
    return { refused: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

browser.runtime.onMessage.addListener(
  (message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined => {
    const question = questionIn(message);
    const from = asker(sender);
    if (question === undefined || from === undefined) return undefined;
    const answers: object = from === "page" ? pageAnswers : siteAnswers;
    const answer: unknown = Object.hasOwn(answers, question.ask)
      ? answers[question.ask as keyof typeof answers]
      : undefined;
    if (typeof answer !== "function")
      return Promise.resolve({ refused: "not-allowed", detail: question.ask });
    return reply(answer as Answer, question.about, sender);
  },
);

listenForReminders();
listenForOpenTabs(console.error);
listenForCommands(console.error);

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install")
    void browser.tabs.create({ url: browser.runtime.getURL("src/welcome/index.html") });
});
