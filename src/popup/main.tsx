import { browser } from "../browser.ts";
import { speakOnPage } from "../words/speak-on-page.ts";
import { earlyAnswers } from "./early-answers.ts";

// The background answers, and the words come, while the rest of the page is on its way.
const early = earlyAnswers();
const [{ showPopup }] = await Promise.all([
  import("./show-popup.tsx"),
  speakOnPage(early.language, browser.i18n.getUILanguage()),
]);
await showPopup(early);
