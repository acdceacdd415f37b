import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PersonDetails } from "../../domain/directory/person-card.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { text } from "../../words/text.ts";
import { MergeChoice } from "../merge/merge-choice.tsx";
import { PersonNaming } from "./person-naming.tsx";
import { TextChoice } from "../choices/text-choice.tsx";
import { PersonParts, type SplitPeople } from "./person-parts.tsx";

interface PersonCorrectionsProps {
  readonly id: PersonId;
  readonly name: string;
  readonly now: number;
  readonly details: PersonDetails;
  readonly onChange: () => void;
  readonly onSplit: (people: SplitPeople) => void;
}

/** Correcting who this is: name and work, two made one, one split. */
export function PersonCorrections(props: PersonCorrectionsProps) {
  const { id, name, now, details, onChange, onSplit } = props;
  const { aliases, parts } = details;
  const [inParts, setInParts] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  const wasInParts = useRef(false);
  useLayoutEffect(() => {
    // The button that had the focus is gone.
    if (!inParts && wasInParts.current) begin.current?.focus();
    wasInParts.current = inParts;
  }, [inParts]);
  return (
    <div class="stack">
      <PersonNaming id={id} details={details} onChange={onChange} />
      <TextChoice
        id={id}
        name="how-met"
        label={text("choiceHowMet")}
        value={details.choices.howMet?.value ?? ""}
        made={(words) => ({ choices: { howMet: words === "" ? {} : { value: words } } })}
        onChange={onChange}
      />
      {aliases.length > 0 && (
        <section>
          <h3>{text("aliasesHeading")}</h3>
          <ul class="small">
            {aliases.map((alias) => (
              <li key={alias}>
                <bdi>{alias.slice(alias.indexOf(":") + 1)}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {parts.length > 1 &&
        (inParts ? (
          <PersonParts
            id={id}
            parts={parts}
            onSplit={(people) => {
              setInParts(false);
              onSplit(people);
            }}
            onCancel={() => setInParts(false)}
          />
        ) : (
          <div class="row">
            <button
              type="button"
              class="button"
              name="split-person"
              ref={begin}
              onClick={() => setInParts(true)}
            >
              {text("splitPerson")}
            </button>
          </div>
        ))}
      <MergeChoice id={id} name={name} now={now} onChange={onChange} />
    </div>
  );
}
