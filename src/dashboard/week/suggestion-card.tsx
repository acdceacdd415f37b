import { useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { Avatar } from "../../components/pieces/avatar.tsx";
import { rowFacts, underNotTalked } from "../../domain/suggestions/said.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { Outcome } from "../../week/outcome.tsx";
import { RowMore } from "../../week/row-more.tsx";
import { useSuggestionChoice } from "../../week/use-suggestion-choice.ts";
import { useWrite } from "../../week/use-write.ts";
import { WordsBox } from "../../week/words-box.tsx";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { reasonDates, reasonText } from "../../words/reason-words.ts";
import { text, unbroken } from "../../words/text.ts";
import { bandText, lastFactSentence } from "../../words/tie-words.ts";

interface SuggestionCardProps {
  readonly row: SuggestedRow;
  readonly now: number;
  /** The heading over it says that the two did not talk yet. */
  readonly isNotTalked: boolean;
  /** The address of the person's details. */
  readonly person: string;
  /** Something is done about the person. */
  readonly onAct: () => void;
}

const nothing = () => {};

/** One person to write to: why, and the words to begin with beside it. Nothing is sent from here. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { row, now, isNotTalked, person, onAct } = props;
  const { tie } = row;
  const [writing, write] = useWrite();
  const { choice, act, isBack, carry, undo } = useSuggestionChoice(row, onAct, nothing);
  const done = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isBack) done.current?.focus();
  }, [isBack]);
  if (choice)
    return <Outcome row={row} choice={choice} act={act} {...(undo && { onUndo: undo })} />;
  const name = nameInSentence(row.name);
  const seen = { ...tie, ...(row.connected && { connected: row.connected }) };
  const facts = rowFacts(seen, row.reasons, row.lens);
  // The heading over the list says it for those it is about.
  const isBandSaid = !(isNotTalked && tie.band === "not-talked");
  const { last, reasons } = isNotTalked ? underNotTalked(facts) : facts;
  return (
    <li class="suggest" aria-label={plainName(row.name)}>
      <div class="suggest-why">
        <div class="suggest-who">
          <span aria-hidden={isBandSaid}>
            <Avatar id={row.id} name={row.name} band={tie.band} />
          </span>
          <div>
            <h3>
              <a href={person}>
                <bdi>{plainName(row.name)}</bdi>
              </a>
            </h3>
            {row.headline !== undefined && (
              <p class="soft small">
                <bdi>{plainName(row.headline)}</bdi>
              </p>
            )}
          </div>
        </div>
        {isBandSaid && (
          <p class={`band band-${tie.band}`}>
            <BandGlyph band={tie.band} />
            {bandText(tie.band)}
          </p>
        )}
        {last && <p>{unbroken(lastFactSentence(last, now))}</p>}
        {reasons.map((reason) => (
          <p key={reason.code} title={reasonDates(reason, now)}>
            {unbroken(reasonText(reason, now))}
          </p>
        ))}
        <div class="row">
          <button
            type="button"
            class="button"
            name="done"
            ref={done}
            aria-label={text("doneNamed", { name })}
            onClick={() => carry({ what: "done" })}
          >
            {text("actionDone")}
          </button>
          <RowMore
            row={row}
            now={now}
            onUntil={(until) => carry({ what: "later", until })}
            onNever={() => carry({ what: "never" })}
          />
        </div>
        <ActNotice act={act} />
      </div>
      <div class="suggest-opener">
        <WordsBox person={row} now={now} onWrite={(words) => write(row, words)} />
        <ActNotice act={writing} />
      </div>
    </li>
  );
}
