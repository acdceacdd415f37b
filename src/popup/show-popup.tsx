import { showPage } from "../components/show-page.tsx";
import { isPopup } from "../components/own-pages.ts";
import type { EarlyAnswers } from "./early-answers.ts";
import { Popup } from "./popup.tsx";

/** Fills the page behind the toolbar icon with what was asked for early. */
export function showPopup({ settings, lists }: EarlyAnswers): Promise<void> {
  // The browser makes the popup as wide as its content wants to be; in a tab or beside the page the content takes what there is.
  if (isPopup()) document.documentElement.classList.add("in-popup");
  return showPage(
    "extensionName",
    (kept) => <Popup now={Date.now()} known={kept} early={lists} />,
    settings,
  );
}
