/**
 * The background: takes each question to the function that answers it. Everything it knows is on disk, because the browser
 * ends it whenever nothing happened for half a minute.
 */
import type { Runtime } from "webextension-polyfill";
import { browser } from "../browser.ts";
import { type Message, questionIn, type Reply } from "../protocol/transport.ts";
import { afterRounds, keepFolderNow, listenForFolder } from "./backup/kept-folder.ts";
import { openForClick } from "./browser/beside.ts";
import { listenForCommands } from "./browser/commands.ts";
import { inChosenLanguage } from "./browser/language.ts";
import { listenForOpenTabs } from "./browser/open-tabs.ts";
import { pageAnswers } from "./answers/page-answers.ts";
import { refusalOf } from "./answers/refusal-of.ts";
import { isToolbarPopup, showHistoryInFront } from "./browser/history-in-front.ts";
import { listenForChanges } from "./browser/follow-changes.ts";
import { keepUpdate } from "./browser/keep-update.ts";
import { listenForReminders } from "./browser/reminders.ts";
import { asker } from "./browser/sender.ts";
import { siteAnswers } from "./answers/site-answers.ts";
import { door } from "./questions/door.ts";
import { listenForDeletions } from "./histories/deletions.ts";
import { discardUnfinished } from "./histories/histories.ts";
import { dropOldUnclaimed } from "./histories/unclaimed.ts";
import { beginWithRoom, noteDisk } from "./kept/disk-full.ts";
import { mendCutOff } from "../storage/database/room.ts";
import { beginInPlace } from "./kept/fresh-place.ts";
import { closeStorage } from "./kept/closed-storage.ts";

/** What is answered, with the history that it is of. */
type AnswerFunction = (
  question: Message,
) => Promise<Omit<Extract<Reply, { answered: true }>, "answered">>;

beginInPlace();
beginWithRoom();
const letIn = door(Date.now());

async function reply(answer: AnswerFunction, question: Message): Promise<Reply> {
  try {
    await inChosenLanguage();
    return { answered: true, ...(await answer(question)) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code === "full") await noteDisk(true);
    if (refusal !== undefined) return { refused: refusal.code, detail: refusal.message };
    // Not swallowed: the asker shows it, and the browser's own console keeps the stack for a report.
    console.error(error);
    return { refused: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

const isOneOf = <Answers extends object>(
  answers: Answers,
  ask: string,
): ask is Extract<keyof Answers, string> => Object.hasOwn(answers, ask);

function answerToPage(ask: string, sender: Runtime.MessageSender): AnswerFunction | undefined {
  if (!isOneOf(pageAnswers, ask)) return undefined;
  const answer = pageAnswers[ask];
  return async ({ about, history, leaving }) => {
    // The popup knows no history yet: it has just been opened, and asks for both at once.
    if (["overview", "week"].includes(ask) && history === undefined && isToolbarPopup(sender))
      await showHistoryInFront().catch(console.error);
    return answer(about, history, leaving);
  };
}

/** Whether a question of the site is to open the panel. What it asks is checked later: the browser lets it open now or never. */
const wantsBeside = ({ ask, about }: Message): boolean =>
  ask === "openPerson" &&
  typeof about === "object" &&
  (about as { beside?: unknown } | null)?.beside === true;

function answerToSite(ask: string, sender: Runtime.MessageSender): AnswerFunction | undefined {
  if (!isOneOf(siteAnswers, ask)) return undefined;
  const answer = siteAnswers[ask];
  return async ({ about }) => {
    letIn(about, Date.now());
    return { answer: await answer(about, sender) };
  };
}

/** The reply to a message; nothing to what is no question, or comes from somebody else than our own parts. */
async function replyTo(
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<Reply | undefined> {
  const question = questionIn(message);
  const from = asker(sender);
  if (question === undefined || from === undefined) return undefined;
  if (from === "site" && wantsBeside(question)) openForClick(sender.tab?.windowId);
  const answer =
    from === "page" ? answerToPage(question.ask, sender) : answerToSite(question.ask, sender);
  if (answer === undefined) return { refused: "not-allowed", detail: question.ask };
  return reply(answer, question);
}

browser.runtime.onMessage.addListener(
  (message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void): true => {
    replyTo(message, sender).then(respond).catch(console.error);
    // The reply comes later. Firefox would take a promise instead; Chrome takes only this.
    return true;
  },
);

// Nobody waits for these; the console holds what went wrong for a report.
closeStorage().catch(console.error);
for (const begun of [browser.runtime.onStartup, browser.runtime.onInstalled])
  begun.addListener(() => {
    mendCutOff().catch(console.error);
    // No page of ours is open yet that could bring an import or a restore to its end.
    discardUnfinished().catch(console.error);
    dropOldUnclaimed(Date.now()).catch(console.error);
  });

listenForReminders();
listenForFolder(console.error);
// People who are gone must not stay in the folder.
listenForDeletions(afterRounds, () => keepFolderNow(false), console.error);
listenForChanges(console.error);
listenForOpenTabs(console.error);
listenForCommands(console.error);

browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
  keepUpdate(reason, previousVersion).catch(console.error);
  if (reason === "install")
    browser.tabs
      .create({ url: browser.runtime.getURL("src/welcome/index.html") })
      // Nobody waits for this; the console holds what went wrong for a report.
      .catch(console.error);
});
