import type { RefObject } from "preact";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { Mark } from "../components/pictures/mark.tsx";
import { Popover } from "../components/pieces/popover.tsx";
import { DASHBOARD } from "../components/own-pages.ts";
import type { Overview } from "../protocol/views.ts";
import { HIDDEN } from "../components/kept-settings.ts";
import { coverageText } from "../words/coverage-words.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { PopupPlaces } from "./popup-places.tsx";

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
  const act = useAct();
  const isOn = hidden === true;
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
        onClick={() => act.runLatest(() => HIDDEN.choose(!isOn))}
      >
        <Glyph sign={isOn ? PAGE_SIGNS.hidden : PAGE_SIGNS.seen} />
      </button>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </>
  );
}

/** What the history holds, in a few words. */
function Holdings({ overview, now }: { readonly overview: Overview; readonly now: number }) {
  const { owner, people, interactions, coverage } = overview;
  return (
    <div class="menu-foot soft small">
      {owner?.name !== undefined && (
        <p>{text("historyOf", { name: nameInSentence(owner.name) })}</p>
      )}
      <p>
        {text("peopleCount", { count: people })} ·{" "}
        {text("interactionCount", { count: interactions })}
      </p>
      <p>{coverageText(coverage, now)}</p>
    </div>
  );
}

/** The sign, the search and the ways to everything else. */
export function PopupHead(props: PopupHeadProps) {
  const { overview, now, words, field, onWords, onEnter, onAgain, onEverybody, onSettings } = props;
  const people = overview?.people ?? 0;
  return (
    <header class="popup-head">
      <h1 class="hidden-words">{text("extensionName")}</h1>
      <a
        class="mark-link"
        href={DASHBOARD}
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
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          autoFocus
          aria-label={text("searchLabel")}
          placeholder={people > 0 ? text("searchPeople", { count: people }) : text("searchLabel")}
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
      <Popover
        label={text("more")}
        face={<Glyph sign={PAGE_SIGNS.more} />}
        class="icon"
        name="menu"
      >
        {(close) => (
          <>
            <button
              type="button"
              class="menu-choice"
              name="everybody"
              onClick={() => {
                close();
                onEverybody();
              }}
            >
              {text("tabPeople")}
            </button>
            <a class="menu-choice" href={DASHBOARD} target="_blank" rel="noreferrer">
              {text("openHistory")}
            </a>
            <PopupPlaces />
            <button
              type="button"
              class="menu-choice settings"
              name="settings"
              onClick={() => {
                close();
                onSettings();
              }}
            >
              {text("settings")}
            </button>
            {overview && <Holdings overview={overview} now={now} />}
          </>
        )}
      </Popover>
    </header>
  );
}
