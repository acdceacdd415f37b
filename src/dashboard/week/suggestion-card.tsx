import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useFocusAfter } from "../../components/acts/use-focus-after.ts";
import { rowFacts } from "../../domain/suggestions/said.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import type { Made } from "../../domain/records/made.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { dayText } from "../../words/moments.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { reasonDates, reasonText } from "../../words/reason-words.ts";
import { text } from "../../words/text.ts";
import { bandText, lastFactText } from "../../words/tie-words.ts";
import { OpenerCard } from "./opener-card.tsx";

interface SuggestionCardProps {
  readonly row: SuggestedRow;
  readonly now: number;
  /** The address of the person's details. */
  readonly person: string;
  readonly onChange: () => void;
}

/** What the user just did with a suggestion, and what takes it back. */
interface Done {
  readonly words: string;
  readonly undo: (() => Promise<void>) | undefined;
}

/** Months of a snooze. */
const SNOOZES = [
  [1, "later1Month"],
  [3, "later3Months"],
  [6, "later6Months"],
] as const;

/** Midnight so many months after the day of `now`, in the reader's calendar. */
function monthsAfter(now: number, months: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth() + months, day.getDate()).getTime();
}

/** One person to write to: why, and the words to begin with beside it. Nothing is sent from here. */
export function SuggestionCard({ row, now, person, onChange }: SuggestionCardProps) {
  const { id, tie, done } = row;
  const act = useAct();
  const [own, setOwn] = useState<Done>();
  const undoButton = useFocusAfter<HTMLButtonElement>(act.state);
  const name = nameInSentence(row.name);
  const choose = (made: Made) => askFromPage.choose({ id, made });
  const carry = (words: string, work: () => Promise<void>, undo: () => Promise<void>) =>
    act.run(async () => {
      await work();
      setOwn({ words, undo });
    });
  const takeBack = (undo: () => Promise<void>) =>
    act.run(async () => {
      await undo();
      setOwn(undefined);
      onChange();
    });
  const markDone = (isDone: boolean) => askFromPage.markDone({ id, done: isDone });
  const outcome: Done | undefined =
    done === "noticed"
      ? { words: text("outcomeNoticed", { name }), undo: undefined }
      : (own ?? (done && { words: text("outcomeDone", { name }), undo: () => markDone(false) }));
  if (outcome) {
    const { words, undo } = outcome;
    return (
      <article class="suggest is-done">
        <p role="status">{words}</p>
        {undo && (
          <button
            type="button"
            class="button quiet"
            ref={undoButton}
            onClick={() => takeBack(undo)}
          >
            {text("undo")}
          </button>
        )}
        {act.state.at === "failed" && <ActNotice act={act} />}
      </article>
    );
  }
  const { last, reasons } = rowFacts(
    { ...tie, ...(row.connected && { connected: row.connected }) },
    row.reasons,
    row.lens,
  );
  return (
    <article class="suggest" aria-label={plainName(row.name)}>
      <div class="suggest-why">
        <h3>
          <a href={person}>
            <bdi>{plainName(row.name)}</bdi>
          </a>
        </h3>
        {row.headline !== undefined && <p class="soft small">{row.headline}</p>}
        <p class={`band band-${tie.band}`}>
          <BandGlyph band={tie.band} />
          {bandText(tie.band)}
        </p>
        {last && <p>{lastFactText(last, now)}</p>}
        {reasons.map((reason) => (
          <p key={reason.code} title={reasonDates(reason, now)}>
            {reasonText(reason, now)}
          </p>
        ))}
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() =>
              carry(
                text("outcomeDone", { name }),
                () => markDone(true),
                () => markDone(false),
              )
            }
          >
            {text("actionDone")}
          </button>
          <select
            class="button"
            aria-label={text("laterFor", { name })}
            value=""
            onChange={({ currentTarget }) => {
              const { value } = currentTarget;
              currentTarget.value = "";
              if (value === "never")
                carry(
                  text("outcomeNever", { name }),
                  () => choose({ choices: { muted: { value: true } } }),
                  () => choose({ choices: { muted: {} } }),
                );
              else if (value !== "") {
                const until = monthsAfter(Date.now(), Number(value));
                carry(
                  text("outcomeLater", { name, day: dayText(until, now) }),
                  () => choose({ choices: { snoozedUntil: { value: until } } }),
                  () => choose({ choices: { snoozedUntil: {} } }),
                );
              }
            }}
          >
            <option value="">{text("snooze")}</option>
            {SNOOZES.map(([months, label]) => (
              <option key={months} value={months}>
                {text(label)}
              </option>
            ))}
            <option value="never">{text("actionNever")}</option>
          </select>
        </div>
        {act.state.at === "failed" && <ActNotice act={act} />}
      </div>
      <OpenerCard row={row} now={now} />
    </article>
  );
}
