import { useMemo } from "preact/hooks";
import { Glyph, PAGE_SIGNS } from "../components/glyph.tsx";
import { POPUP } from "../components/own-pages.ts";
import { useAnswer } from "../components/use-answer.ts";
import { text } from "../words/text.ts";
import { openBeside, place } from "./beside-the-page.ts";

/** The ways to the same page where there is more room for it: in a tab, and beside the page one is on. */
export function PopupPlaces() {
  const [here] = useAnswer(place);
  const beside = useMemo(openBeside, []);
  if (here.state !== "answered") return null;
  return (
    <>
      {beside && here.answer !== "beside" && (
        <button
          type="button"
          class="button icon"
          aria-label={text("openBeside")}
          title={text("openBeside")}
          onClick={() =>
            void beside().then(() => {
              if (here.answer === "popup") window.close();
            })
          }
        >
          <Glyph sign={PAGE_SIGNS.beside} sideways />
        </button>
      )}
      {here.answer !== "tab" && (
        <a
          class="button icon"
          href={POPUP}
          target="_blank"
          rel="noreferrer"
          aria-label={text("openInTab")}
          title={text("openInTab")}
        >
          <Glyph sign={PAGE_SIGNS.away} sideways />
        </a>
      )}
    </>
  );
}
