import { render, type ComponentChild } from "preact";
import { browser } from "../browser.ts";
import { language, watchLanguage } from "../settings/language.ts";
import { speakOnPage } from "../words/speak-on-page.ts";
import { interfaceLanguage, text, textDirection, type TextKey } from "../words/text.ts";
import { theme, wear } from "./theme.ts";

/** Fills one of our own pages: language, direction, title and theme, then its content. Another language begins with a page made anew. */
export async function showPage(title: TextKey, content: ComponentChild): Promise<void> {
  // A page in the wrong colours for an instant is better than one that waits for storage.
  theme().then(wear, () => {});
  // Without an answer from the storage, the browser's own language is better than none.
  const chosen = language().catch(() => undefined);
  await speakOnPage(chosen, browser.i18n.getUILanguage());
  watchLanguage(() => location.reload(), new AbortController().signal);
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = textDirection();
  document.title = text(title);
  render(content, document.body);
}
