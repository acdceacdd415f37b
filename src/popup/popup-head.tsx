import type { RefObject } from "preact";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { Mark } from "../components/pictures/mark.tsx";
import { DASHBOARD, WEEK_PAGE } from "../components/own-pages.ts";
import type { Overview } from "../protocol/views.ts";
import { HIDDEN } from "../components/kept-settings.ts";
import { text } from "../words/text.ts";
import { PopupMenu } from "./popup-menu.tsx";

interface PopupHeadProps {
  readonly overview: Overview | undefined;
  readonly now: number;
  readonly words: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onWords: (words: string) => void;
  /** The first of the people that are found is to be opened. */
  readonly onEnter: () => void;
  /** The words that stand there are looked for again. */
  readonly onAgain: () => void;
  readonly onEverybody: () => void;
  readonly onSettings: () => void;
}

/** Names are blurred and badges are gone while somebody else looks at the screen. */
function HideSwitch() {
  const hidden = useKept(HIDDEN.isOn, HIDDEN.watch);
  const { shown: isOn, choose, act } = useChosen(hidden === true);
  const words = text(isOn ? "hideEnd" : "hide");
  return (
    <>
      <button
        type="button"
        class="button icon"
        name="hide"
        aria-pressed={isOn}
        aria-label={text("hide")}
        title={words}
        onClick={() => choose(!isOn, () => HIDDEN.choose(!isOn))}
      >
        <Glyph sign={isOn ? PAGE_SIGNS.hidden : PAGE_SIGNS.seen} />
      </button>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </>
  );
}

/** The sign, the search and the ways to everything else. */
export function PopupHead(props: PopupHeadProps) {
  const { overview, now, words, field, onWords, onEnter, onAgain, onEverybody, onSettings } = props;
  const people = overview?.people ?? 0;
  // Where there is nobody yet, the page shows how people come in, and goes on showing it when they have.
  const page = people > 0 ? WEEK_PAGE : DASHBOARD;
  return (
    <header class="popup-head">
      <h1 class="hidden-words">{text("extensionName")}</h1>
      <a
        class="mark-link"
        href={page}
        target="_blank"
        rel="noreferrer"
        aria-label={text("history")}
        title={text("history")}
      >
        <Mark />
      </a>
      <search class="search">
        <input
          ref={field}
          type="text"
          role="searchbox"
          name="search"
          dir={words === "" ? undefined : "auto"}
          autocomplete="off"
          spellcheck={false}
          autoFocus
          aria-label={text("searchLabel")}
          placeholder={people > 0 ? text("searchPeople", { count: people }) : text("searchShort")}
          value={words}
          onInput={({ currentTarget }) => onWords(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (currentTarget.value === "") return;
            if (key === "Enter") onEnter();
            if (key === "ArrowDown") onAgain();
          }}
        />
      </search>
      <HideSwitch />
      <PopupMenu
        overview={overview}
        now={now}
        page={page}
        onEverybody={onEverybody}
        onSettings={onSettings}
      />
    </header>
  );
}
