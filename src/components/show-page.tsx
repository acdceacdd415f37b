import { render, type ComponentChild } from "preact";
import { browser } from "../browser.ts";
import type { Settings } from "../settings/settings.ts";
import { speakOnPage } from "../words/speak-on-page.ts";
import { interfaceLanguage, text, textDirection, type TextKey } from "../words/text.ts";
import { HIDDEN, settings, watchLanguage } from "./kept-settings.ts";
import { hideNames } from "./names-hidden.ts";
import { storeTypedInTime } from "./store-typed.ts";
import { theme, wear } from "./theme.ts";

/** A file that is dropped where no place for it is would open in this tab, in place of the page. */
function keepFilesOut(): void {
  window.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  });
}

/**
 * Fills one of our own pages: language, direction, title and theme, then its content. A change of the language reloads the page.
 *
 * @param content what the page shows, from the settings; "unread" where they cannot be read
 * @param asked the settings, where they are on their way already
 */
export async function showPage(
  title: TextKey,
  content: (kept: Settings | "unread") => ComponentChild,
  asked: Promise<Settings> = settings(),
): Promise<void> {
  keepFilesOut();
  storeTypedInTime();
  // A page in the wrong colours for an instant is better than one that waits for storage.
  theme().then(wear, () => {});
  HIDDEN.isOn().then(hideNames, () => {});
  HIDDEN.watch(hideNames, new AbortController().signal);
  // Where the settings cannot be read, the browser's own language is better than none.
  const kept = asked.catch(() => "unread" as const);
  const chosen = kept.then((read) => (read === "unread" ? undefined : read.language));
  await speakOnPage(chosen, browser.i18n.getUILanguage());
  const read = await kept;
  if (read !== "unread") hideNames(read.hidden);
  const spoken = await chosen;
  watchLanguage((wanted) => {
    if (wanted !== spoken) location.reload();
  }, new AbortController().signal);
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = textDirection();
  document.title = text(title);
  render(content(read), document.body);
}
