import { browser } from "../browser.ts";
import { showPage } from "../components/show-page.tsx";
import { Popup } from "./popup.tsx";

// The browser makes the popup as wide as its content wants to be; in a tab or a side panel the content takes what there is.
if (browser.extension.getViews({ type: "popup" }).includes(window))
  document.documentElement.classList.add("in-popup");

showPage("extensionName", <Popup now={Date.now()} />);
