import { showPage } from "../components/show-page.tsx";
import { isPopup } from "../components/own-pages.ts";
import { Popup } from "./popup.tsx";

// The browser makes the popup as wide as its content wants to be; in a tab or beside the page the content takes what there is.
if (isPopup()) document.documentElement.classList.add("in-popup");

await showPage("extensionName", <Popup now={Date.now()} />);
