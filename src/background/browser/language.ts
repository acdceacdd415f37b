/** The language the background answers and notifies in. */
import { browser } from "../../browser.ts";
import { speakAtOnce } from "../../words/speak-at-once.ts";
import { settings } from "../kept/settings-kept.ts";

/** What the user had chosen when the background spoke first or anew; `null` before. */
let spoken: string | undefined | null = null;

/** Resolves when the background speaks the chosen language. To be awaited before anything is said. */
export async function inChosenLanguage(): Promise<void> {
  const chosen = await settings().then(
    ({ language }) => language,
    // Where the settings cannot be read, the browser's own language is better than none.
    () => undefined,
  );
  if (chosen === spoken) return;
  speakAtOnce(chosen, browser.i18n.getUILanguage());
  spoken = chosen;
}
