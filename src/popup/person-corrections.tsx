import { useState } from "preact/hooks";
import type { PersonDetails } from "../domain/person-card.ts";
import type { PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text, type TextKey } from "../words/text.ts";
import type { MergeMade } from "../domain/merge.ts";
import { MergeChoice } from "./merge-choice.tsx";
import { PersonNaming } from "./person-naming.tsx";

interface PersonCorrectionsProps {
  readonly id: PersonId;
  readonly name: string;
  readonly now: number;
  readonly details: PersonDetails;
  readonly onChange: () => void;
  /** The person is no longer in the history. */
  readonly onGone: () => void;
}

const BECAUSE: Record<MergeMade["because"], TextKey> = {
  page: "mergedByPage",
  file: "mergedByFile",
  hand: "mergedByHand",
};

/** Putting right who this is: name and work corrected, two made one, merges taken apart, nothing more recorded, forgotten for good. */
export function PersonCorrections(props: PersonCorrectionsProps) {
  const { id, name, now, details, onChange, onGone } = props;
  const [sure, setSure] = useState(false);
  const isTracked = details.choices.neverTrack?.value !== true;
  return (
    <details class="wishes">
      <summary>{text("corrections")}</summary>
      <div class="stack">
        <PersonNaming id={id} details={details} onChange={onChange} />
        <section>
          <h3>{text("aliasesHeading")}</h3>
          <ul class="small">
            {details.aliases.map((alias) => (
              <li key={alias}>
                <bdi>{alias.slice(alias.indexOf(":") + 1)}</bdi>
              </li>
            ))}
          </ul>
        </section>
        {details.merges.map(({ id: merge, one, other, because }) => (
          <p key={merge}>
            {text(BECAUSE[because], nameInSentence(one.name), nameInSentence(other.name))}{" "}
            <button
              type="button"
              class="button"
              onClick={() => void askFromPage.takeApart({ id, merge }).then(onChange)}
            >
              {text("takeApart")}
            </button>
          </p>
        ))}
        <MergeChoice id={id} name={name} now={now} onChange={onChange} />
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() => void askFromPage.neverTrack({ id, on: isTracked }).then(onChange)}
          >
            {text(isTracked ? "neverTrack" : "trackAgain")}
          </button>
          {!sure && (
            <button type="button" class="button danger" onClick={() => setSure(true)}>
              {text("erase")}
            </button>
          )}
        </div>
        {sure && (
          <div class="notice danger" role="alert">
            <p>{text("eraseSure", nameInSentence(name))}</p>
            <div class="row">
              <button
                type="button"
                class="button danger"
                onClick={() => void askFromPage.erase({ id }).then(onGone)}
              >
                {text("eraseNow")}
              </button>
              <button type="button" class="button" onClick={() => setSure(false)}>
                {text("cancel")}
              </button>
            </div>
          </div>
        )}
      </div>
    </details>
  );
}
