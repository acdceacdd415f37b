/** A note that is written down as our own pages do, and what became of it. */
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";

declare const chrome: Browser;

/** More than happens to be left in what a file takes already. */
const LONG = 6000;

/** What was to be noted. */
export interface Noted {
  /** The person. */
  readonly id: string;
  /** The note begins with it, and a full stop. */
  readonly text: string;
  /** `kept`, or the code of the refusal. */
  readonly reply: string;
}

/** Notes something about the first person who has not been spoken to for long. */
export const noted = async (page: DrivenPage, text: string): Promise<Noted> => ({
  text,
  ...(await page.evaluate(
    async (words, length) => {
      const question = async (ask: string, about?: object, history?: unknown): Promise<object> =>
        Object(await chrome.runtime.sendMessage({ ask, about, history })) as object;
      const overview = await question("overview");
      const history: unknown = Reflect.get(overview, "history");
      const [first]: readonly unknown[] = Reflect.get(
        Object(Reflect.get(overview, "answer")),
        "stale",
      );
      const id = String(Reflect.get(Object(first), "id"));
      const note = `${words}. ${"x".repeat(length)}`;
      const made = { notes: { [crypto.randomUUID()]: note } };
      const reply = await question("choose", { id, made }, history);
      return { id, reply: "answered" in reply ? "kept" : String(Reflect.get(reply, "refused")) };
    },
    text,
    LONG,
  )),
});
