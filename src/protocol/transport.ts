/**
 * How a question travels to the background, and its answer back. Every question is one message with one answer: no ports, so a background
 * that was put to sleep in between loses nothing but time.
 */
import { browser } from "../browser.ts";
import type { SiteQuestions } from "./site-questions.ts";
import type { PageQuestions } from "./page-questions.ts";

/** A question as it travels. */
export interface Message {
  readonly ask: string;
  readonly about: unknown;
  /** The name of the history that the asking page shows; absent before it knows one, and in questions of the site. */
  readonly history?: string;
  /** The page is about to show another history, and what was typed is stored in this one. */
  readonly leaving?: true;
}

/** An answer as it travels; `refused` carries the code of a {@link Refusal}. */
export type Reply =
  // An answer of `undefined` does not survive the journey as a property, so that there is one is said apart.
  | {
      readonly answered: true;
      readonly answer: unknown;
      /** The name of the history that the answer is of; absent where it is of none. */
      readonly history?: string;
    }
  | { readonly refused: string; readonly detail?: string };

/** The background understood the question and said no. The pages put the code in words. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, detail?: string) {
    super(detail ?? code);
    this.name = "Refusal";
    this.code = code;
  }
}

/** The extension was updated or removed while this script lived on; nobody will answer it any more. */
export class Orphaned extends Error {}

/** The questions of `Q`, each answered in its own time. */
export type Asked<Q> = {
  readonly [Name in keyof Q]: Q[Name] extends (...about: infer About) => infer Answer
    ? (...about: About) => Promise<Awaited<Answer>>
    : never;
};

/** Milliseconds to wait before each further try; a background that was ended starts again within the first two. */
const RETRY_AFTER_MS = [50, 200, 500, 1000, 2000];

const isReply = (value: unknown): value is Reply =>
  typeof value === "object" && value !== null && ("answered" in value || "refused" in value);

async function askBackground(
  message: Message,
): Promise<Extract<Reply, { readonly answered: true }>> {
  for (let attempt = 0; ; attempt++) {
    if (!browser.runtime?.id) throw new Orphaned("The extension is gone");
    try {
      const reply: unknown = await browser.runtime.sendMessage(message);
      if (isReply(reply)) {
        if ("refused" in reply) throw new Refusal(reply.refused, reply.detail);
        return reply;
      }
      throw new Error("No answer");
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const wait = RETRY_AFTER_MS[attempt];
      if (wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/**
 * The questions of one interface as functions to call. A question is repeated while the background does not answer (it may
 * have been ended between two events); a refusal is not.
 */
function questions<Q>(asked: (ask: string, about: unknown) => Promise<unknown>): Asked<Q> {
  return new Proxy({} as Asked<Q>, {
    get: (_target, ask) => (about: unknown) => asked(String(ask), about),
  });
}

/** What the script on the site asks with. */
export const askFromSite = questions<SiteQuestions>(
  async (ask, about) => (await askBackground({ ask, about })).answer,
);

/** The questions after which a page shows another history. */
const SHOWS_ANOTHER: readonly string[] = [
  "overview",
  "showHistory",
] satisfies readonly (keyof PageQuestions)[];

/** What our own pages have asked and is not answered yet. */
const unanswered = new Set<Promise<unknown>>();

/** Resolves when all that this page has asked so far is answered or refused: from then on no answer is older than this call. */
export async function untilAnswered(): Promise<void> {
  await Promise.allSettled(unanswered);
}

/** Counts a question until it is answered. */
async function counted<T>(asked: Promise<T>): Promise<T> {
  unanswered.add(asked);
  try {
    return await asked;
  } finally {
    unanswered.delete(asked);
  }
}

const leavers = new Set<() => Promise<void>>();

/**
 * Before this page shows another history the listener is called, and waited for: until then questions are of the one before, and those that write are
 * answered, though the background shows another one already.
 */
export function beforeAnotherHistory(listener: () => Promise<void>): void {
  leavers.add(listener);
}

/**
 * Asks for a page that shows one history: each question names the history of the first answer. An answer of another history is none.
 * After `overview` and `showHistory` the page shows the history of that answer; an overview is answered whatever history it names.
 */
export function pageQuestions(): Asked<PageQuestions> {
  let shown: string | undefined;
  let leaving = 0;
  return questions<PageQuestions>(async (ask, about) => {
    const isAnew = SHOWS_ANOTHER.includes(ask);
    const named = ask === "showHistory" ? undefined : shown;
    const { answer, history } = await counted(
      askBackground({
        ask,
        about,
        ...(named !== undefined && { history: named }),
        ...(leaving > 0 && { leaving: true }),
      }),
    );
    if (isAnew) {
      if (shown !== undefined && history !== shown) {
        leaving += 1;
        await Promise.allSettled([...leavers].map((leave) => leave()));
        leaving -= 1;
      }
      shown = history;
    } else if (history !== undefined) {
      shown ??= history;
      if (history !== shown) throw new Refusal("other-history");
    }
    return answer;
  });
}

/**
 * What the script on the site is asked for: to open the person whose profile is shown, or whose row has the focus. It comes
 * as `{ tell: OPEN_IN_FRONT }` and only from the background.
 */
export const OPEN_IN_FRONT = "open-in-front";

/**
 * What the page is about, which the script on the site answers with a `Topic`. It comes as `{ tell: WHAT_IS_SHOWN }` and only from the
 * background.
 */
export const WHAT_IS_SHOWN = "what-is-shown";

/** A setting has changed, perhaps how far the script on the site may go: it comes as `{ tell: PERMISSION_CHANGED }`, and the script asks anew. */
export const PERMISSION_CHANGED = "permission-changed";

/**
 * A history, or which one is in use, has changed: it comes as `{ tell: HISTORY_CHANGED }`, and the script asks anew how things stand with
 * the people on the screen.
 */
export const HISTORY_CHANGED = "history-changed";

/** What a message from the background to the script on the site says; `undefined` for any other message. */
export const toldIn = (message: unknown): unknown =>
  typeof message === "object" && message !== null && "tell" in message ? message.tell : undefined;

/** What our own pages ask with. It is marked as pure, so that the script on the site, which does not use it, goes without it. */
export const askFromPage = /* @__PURE__ */ pageQuestions();

/** Whether questions are about such values: about nothing, or fields with names. A list without items would pass for no field at all. */
const canBeAbout = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && !Array.isArray(value));

/** The question in a message from outside, or `undefined` when it is none. */
export function questionIn(value: unknown): Message | undefined {
  if (
    typeof value !== "object" ||
    value === null ||
    !("ask" in value) ||
    typeof value.ask !== "string" ||
    ("about" in value && !canBeAbout(value.about))
  )
    return undefined;
  return {
    ask: value.ask,
    about: "about" in value ? value.about : undefined,
    ...("history" in value && typeof value.history === "string" && { history: value.history }),
    ...("leaving" in value && value.leaving === true && { leaving: true }),
  };
}
