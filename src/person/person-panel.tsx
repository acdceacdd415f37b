import { useLayoutEffect, useRef } from "preact/hooks";
import type { PersonDetails } from "../domain/directory/person-card.ts";
import type { PersonId } from "../domain/person/person.ts";
import type { QuestionSide } from "../protocol/views.ts";
import { text, type TextKey } from "../words/text.ts";
import { PersonQuestions } from "./questions/person-questions.tsx";
import { PersonCorrections } from "./corrections/person-corrections.tsx";
import type { SplitPeople } from "./corrections/person-parts.tsx";
import { StopOrDelete } from "./corrections/stop-or-delete.tsx";

/** What can be opened in place of the card's body. */
export type PanelName = "correct" | "questions" | "delete";

export const PANEL_NAMES: Readonly<Record<PanelName, TextKey>> = {
  correct: "corrections",
  questions: "questionsHeading",
  delete: "stopOrDelete",
};

interface PersonPanelProps {
  readonly panel: PanelName;
  readonly id: PersonId;
  readonly name: string;
  readonly now: number;
  readonly details: PersonDetails & { readonly sides: readonly QuestionSide[] };
  readonly onChange: () => void;
  readonly onSplit: (people: SplitPeople) => void;
  /** The person is no longer in the history. */
  readonly onGone: () => void;
}

/** What is done to a card now and then: correct it, answer what is not certain, stop or delete. */
export function PersonPanel(props: PersonPanelProps) {
  const { panel, id, name, now, details, onChange, onSplit, onGone } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="stack panel" aria-labelledby="panel-heading">
      <h3 id="panel-heading" tabIndex={-1} ref={heading}>
        {text(PANEL_NAMES[panel])}
      </h3>
      {panel === "correct" && (
        <PersonCorrections
          id={id}
          name={name}
          now={now}
          details={details}
          onChange={onChange}
          onSplit={onSplit}
        />
      )}
      {panel === "questions" && <PersonQuestions details={details} now={now} onChange={onChange} />}
      {panel === "delete" && (
        <StopOrDelete
          id={id}
          name={name}
          choices={details.choices}
          onChange={onChange}
          onGone={onGone}
        />
      )}
    </section>
  );
}
