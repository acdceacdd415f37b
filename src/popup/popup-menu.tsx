import { useEffect } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { beginPause, settings, watchSettings } from "../components/kept-settings.ts";
import { Popover } from "../components/pieces/popover.tsx";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import type { Overview } from "../protocol/views.ts";
import { isPaused } from "../settings/pause.ts";
import type { Settings } from "../settings/settings.ts";
import { coverageText } from "../words/coverage-words.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { placeNow } from "./place/beside-the-page.ts";
import { PopupPlaces } from "./popup-places.tsx";
import { PAUSES } from "../preferences/pause-choice.tsx";

interface PopupMenuProps {
  readonly overview: Overview | undefined;
  readonly now: number;
  /** The address of the whole page. */
  readonly page: string;
  readonly onEverybody: () => void;
  readonly onSettings: () => void;
}

/** What the menu depends on. It is asked for before the menu opens: a choice that came later would move the others. */
async function askMenu() {
  const [place, kept] = await Promise.all([
    placeNow().catch(() => undefined),
    settings().catch(() => undefined),
  ]);
  return { place, kept };
}

/** Whether there is reading to be paused. */
const isReading = ({ mode, pause }: Settings): boolean =>
  (mode === "badges" || mode === "popup") && !isPaused(pause, Date.now());

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

/** The ways to everything that is not in view. */
export function PopupMenu({ overview, now, page, onEverybody, onSettings }: PopupMenuProps) {
  const [answer, askAgain] = useAnswer(askMenu);
  const pausing = useAct();
  useEffect(() => {
    const gone = new AbortController();
    watchSettings(askAgain, gone.signal);
    return () => gone.abort();
  }, [askAgain]);
  const { place, kept } = lastAnswer(answer) ?? {};
  return (
    <>
      <Popover
        label={text("more")}
        face={<Glyph sign={PAGE_SIGNS.more} />}
        class="icon"
        name="menu"
      >
        {(close) =>
          answer.state === "asked" ? (
            <p class="waiting">{text("waiting")}</p>
          ) : (
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
              <a class="menu-choice" href={page} target="_blank" rel="noreferrer">
                {text("openHistory")}
              </a>
              {place && <PopupPlaces {...place} />}
              {kept && isReading(kept) && (
                <>
                  <p class="menu-heading">{text("pauseHeading")}</p>
                  {PAUSES.map(({ name, until }) => (
                    <button
                      key={name}
                      type="button"
                      class="menu-choice"
                      name={name}
                      onClick={() => {
                        close();
                        const at = Date.now();
                        pausing.run(() => beginPause(until(at), at));
                      }}
                    >
                      {text(name)}
                    </button>
                  ))}
                  <hr />
                </>
              )}
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
          )
        }
      </Popover>
      {pausing.state.at === "failed" && <ActNotice act={pausing} />}
    </>
  );
}
