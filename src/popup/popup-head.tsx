import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { Mark } from "../components/pictures/mark.tsx";
import { DASHBOARD } from "../components/own-pages.ts";
import { PopupPlaces } from "./popup-places.tsx";
import { text } from "../words/text.ts";

/** The sign, and the ways to the other pages. */
export function PopupHead({ onSettings }: { readonly onSettings: () => void }) {
  return (
    <header class="popup-head">
      <Mark />
      <h1>{text("extensionName")}</h1>
      <a class="button quiet" href={DASHBOARD} target="_blank" rel="noreferrer">
        {text("history")}
      </a>
      <PopupPlaces />
      <button
        type="button"
        class="button icon settings"
        aria-label={text("settings")}
        onClick={onSettings}
      >
        <Glyph sign={PAGE_SIGNS.settings} />
      </button>
    </header>
  );
}
