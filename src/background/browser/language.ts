/** The language the background answers and notifies in. */
import browser from "webextension-polyfill";
import { language, watchLanguage } from "../../settings/language.ts";
import { speakAtOnce } from "../../words/speak-at-once.ts";

let speaking: Promise<void> | undefined;

async function speakChosen(): Promise<void> {
  // Without an answer from the storage, the browser's own language is better than none.
  const chosen = await language().catch(() => undefined);
  speakAtOnce(chosen, browser.i18n.getUILanguage());
}

/** Settled when the background speaks the chosen language. To be awaited before anything is said. */
export function inChosenLanguage(): Promise<void> {
  speaking ??= speakChosen();
  return speaking;
}

/** From now on a later choice holds for what is said after it. */
export function listenForLanguage(): void {
  watchLanguage(() => (speaking = undefined), new AbortController().signal);
}
