import { useCallback, useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useFollowed } from "../components/use-followed.ts";
import type { PersonId } from "../domain/person/person.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { PeopleAsked } from "../domain/directory/directory.ts";
import { nameInSentence, plainName } from "../words/name-text.ts";
import { text, type TextKey } from "../words/text.ts";

interface ChosenPeopleProps {
  readonly choice: NonNullable<PeopleAsked["choice"]>;
  readonly heading: TextKey<{ count: number }>;
  readonly takeBackLabel: TextKey;
  readonly takeBack: (id: PersonId) => Promise<void>;
}

/** People listed; a user who keeps more away than that finds the rest after taking some back. */
const LISTED = 200;

/** People the user chose to keep away, each with the way back. Nothing while there are none. */
export function ChosenPeople({ choice, heading, takeBackLabel, takeBack }: ChosenPeopleProps) {
  const ask = useCallback(
    () =>
      askFromPage.people({
        text: "",
        late: false,
        bands: [],
        twoWay: false,
        choice,
        order: "name",
        start: 0,
        atMost: LISTED,
      }),
    [choice],
  );
  const [answer, askAgain] = useFollowed(ask);
  const act = useAct();
  const [back, setBack] = useState<string>();
  const found = answer.state === "answered" ? answer.answer : undefined;
  // Nobody: the focus of somebody who was just taken back stays here.
  if (found === undefined || (found.count === 0 && back === undefined)) return null;
  return (
    <section class="stack-tight" tabIndex={-1} id={`choice-${choice}`}>
      <h3>{text(heading, { count: found.count })}</h3>
      {found.count > 0 && (
        <ul class="chosen-people">
          {found.rows.map(({ id, name }) => (
            <li key={id}>
              <bdi>{plainName(name)}</bdi>
              <button
                type="button"
                class="button"
                aria-label={text("forPerson", {
                  action: text(takeBackLabel),
                  name: nameInSentence(name),
                })}
                onClick={() =>
                  act.run(async () => {
                    await takeBack(id);
                    setBack(name);
                    // The button that had the focus goes with its row.
                    document.getElementById(`choice-${choice}`)?.focus();
                    askAgain();
                  })
                }
              >
                {text(takeBackLabel)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ActNotice
        act={act}
        done={
          back === undefined ? undefined : text("choiceTakenBack", { name: nameInSentence(back) })
        }
      />
    </section>
  );
}
