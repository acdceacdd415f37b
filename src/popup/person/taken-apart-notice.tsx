import { useEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import type { TakenApart } from "./person-parts.tsx";

interface TakenApartNoticeProps {
  readonly people: TakenApart;
  /** Shows the card of this person. */
  readonly onPerson: (id: PersonId) => void;
  /** They are one again. */
  readonly onUndone: () => void;
}

/** Two people were one, with the way to the other one and the way back. */
export function TakenApartNotice({ people, onPerson, onUndone }: TakenApartNoticeProps) {
  const act = useAct();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that took them apart is gone.
  useEffect(() => undo.current?.focus(), []);
  const { kept, apart } = people;
  return (
    <Notice kind="calm">
      <p>{text("apartDone")}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          ref={undo}
          onClick={() =>
            act.run(async () => {
              await askFromPage.mergePeople({ id: kept, other: apart });
              onUndone();
            })
          }
        >
          {text("undo")}
        </button>
        <button type="button" class="button" onClick={() => onPerson(apart)}>
          {text("apartOther")}
        </button>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}
