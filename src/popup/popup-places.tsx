import { ActNotice } from "../components/acts/act-notice.tsx";
import { POPUP } from "../components/own-pages.ts";
import { useAct } from "../components/acts/use-act.ts";
import { text } from "../words/text.ts";
import type { PlaceNow } from "./place/beside-the-page.ts";

/** The ways to the same page where there is more room for it: in a tab, and beside the page one is on. */
export function PopupPlaces({ here, openBeside }: PlaceNow) {
  const act = useAct();
  return (
    <>
      {openBeside && here !== "beside" && (
        <button
          type="button"
          class="menu-choice"
          name="beside"
          onClick={() => {
            // Browsers open it only in the moment of the click.
            const opened = openBeside();
            act.run(async () => {
              await opened;
              if (here === "popup") window.close();
            });
          }}
        >
          {text("openBeside")}
        </button>
      )}
      {here !== "tab" && (
        <a class="menu-choice" href={POPUP} target="_blank" rel="noreferrer">
          {text("openInTab")}
        </a>
      )}
      <ActNotice act={act} />
    </>
  );
}
