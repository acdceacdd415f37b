import { render, type ComponentChild } from "preact";
import { interfaceLanguage, text, textDirection, type TextKey } from "../words/text.ts";
import { HIDDEN } from "./kept-settings.ts";
import { theme, wear } from "./theme.ts";

/** Fills one of our own pages: language, direction, title and theme, then its content. */
export function showPage(title: TextKey, content: ComponentChild): void {
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = textDirection();
  document.title = text(title);
  // A page in the wrong colours for an instant is better than one that waits for storage.
  theme().then(wear, () => {});
  const hide = (hidden: boolean) =>
    document.documentElement.classList.toggle("names-hidden", hidden);
  HIDDEN.isOn().then(hide, () => {});
  HIDDEN.watch(hide, new AbortController().signal);
  render(content, document.body);
}
