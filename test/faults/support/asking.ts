/** Questions of our own pages, each asked once: what was not answered may have been done, and may not. */
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { keyOfAliases } from "../../browser/support/people-held.ts";

declare const chrome: Browser;

/** A page that asks about one history. */
export interface Asking {
  readonly page: DrivenPage;
  readonly ask: (question: string, about?: object) => Promise<unknown>;
}

/** Asks as a page of ours that shows the history in use. What is refused rejects. */
export async function asking(page: DrivenPage): Promise<Asking> {
  const send = (question: string, about?: object, history?: string): Promise<unknown> =>
    page.evaluate(
      async (ask, what, named) => {
        const reply = Object(
          await chrome.runtime.sendMessage({ ask, about: what, history: named }),
        ) as Readonly<Record<string, unknown>>;
        if (reply["answered"] !== true) throw new Error(`${ask}: ${JSON.stringify(reply)}`);
        return ask === "overview" ? reply["history"] : reply["answer"];
      },
      question,
      about,
      history,
    );
  const history = String(await send("overview"));
  return { page, ask: (question, about) => send(question, about, history) };
}

/** Somebody of the history. */
export interface Known {
  readonly id: string;
  /** As in the lines of a history. */
  readonly key: string;
}

/** People of the history, by name; none who is known by name only. */
export async function knownPeople({ ask }: Asking, atMost: number): Promise<readonly Known[]> {
  const found = (await ask("people", {
    text: "",
    late: false,
    bands: [],
    twoWay: false,
    order: "name",
    start: 0,
    atMost,
  })) as { readonly rows: readonly { readonly id: string }[] };
  const people: Known[] = [];
  for (const { id } of found.rows) {
    const { aliases } = (await ask("personDetails", { id })) as {
      readonly aliases: readonly string[];
    };
    if (aliases.length > 0) people.push({ id, key: keyOfAliases(aliases) });
  }
  return people;
}
