import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { Choices, PersonId } from "../../domain/person/person.ts";
import { useDeletePeople } from "../../components/pieces/deletions.tsx";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { storeChoice } from "../choices/use-choose.ts";

interface StopOrDeleteProps {
  readonly id: PersonId;
  readonly name: string;
  readonly choices: Choices;
  readonly onChange: () => void;
  /** The person is no longer in the history. */
  readonly onGone: () => void;
}

/** The two ways to have no more of a person: recording stops, or everything is deleted. */
export function StopOrDelete({ id, name, choices, onChange, onGone }: StopOrDeleteProps) {
  const stopping = useAct();
  const deleting = useAct();
  const deletePeople = useDeletePeople();
  const [sure, setSure] = useState(false);
  const isStopped = choices.neverTrack?.value === true;
  const stop = () => {
    const made = { choices: { neverTrack: isStopped ? {} : { value: true } } };
    stopping.run(() => storeChoice(id, made, onChange));
  };
  const erase = () =>
    deleting.run(async () => {
      await deletePeople([id]);
      onGone();
    });
  return (
    <div class="kept">
      <div class="row">
        <button type="button" class="button" onClick={stop}>
          {text(isStopped ? "trackAgain" : "neverTrack")}
        </button>
        {!sure && (
          <button type="button" class="button danger" onClick={() => setSure(true)}>
            {text("erase")}
          </button>
        )}
      </div>
      <ActNotice act={stopping} done={text("choiceKept")} />
      {sure && (
        <div class="notice danger" role="alert">
          <p>{text("eraseSure", { name: nameInSentence(name) })}</p>
          <div class="row">
            <button type="button" class="button danger" onClick={erase}>
              {text("eraseNow")}
            </button>
            <button type="button" class="button" onClick={() => setSure(false)}>
              {text("cancel")}
            </button>
          </div>
          <ActNotice act={deleting} />
        </div>
      )}
    </div>
  );
}
