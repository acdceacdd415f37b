import { useCallback, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useFollowed } from "../../components/use-followed.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { PeopleAsked } from "../../domain/directory/directory.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text, type TextKey } from "../../words/text.ts";

interface WishedPeopleProps {
  readonly wish: NonNullable<PeopleAsked["wish"]>;
  readonly heading: TextKey<{ count: number }>;
  readonly takeBackLabel: TextKey;
  readonly takeBack: (id: PersonId) => Promise<void>;
}

/** People listed; whoever keeps more away than that finds the rest after taking some back. */
const LISTED = 200;

/** People of whom the user wished something that keeps them away, each with the way back. Nothing while there are none. */
export function WishedPeople({ wish, heading, takeBackLabel, takeBack }: WishedPeopleProps) {
  const ask = useCallback(
    () =>
      askFromPage.people({
        text: "",
        late: false,
        bands: [],
        twoWay: false,
        wish,
        order: "name",
        start: 0,
        atMost: LISTED,
      }),
    [wish],
  );
  const [answer, askAgain] = useFollowed(ask);
  const act = useAct();
  const [back, setBack] = useState<string>();
  const found = answer.state === "answered" ? answer.answer : undefined;
  if (found === undefined) return null;
  return (
    <section class="stack-tight" tabIndex={-1} id={`wish-${wish}`}>
      <h3>{text(heading, { count: found.count })}</h3>
      {found.count > 0 && (
        <ul class="wished">
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
                    document.getElementById(`wish-${wish}`)?.focus();
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
          back === undefined ? undefined : text("wishTakenBack", { name: nameInSentence(back) })
        }
      />
    </section>
  );
}
