import { useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import type { SplitPeople } from "./person-parts.tsx";

interface SplitNoticeProps {
  readonly people: SplitPeople;
  /** Shows the card of this person. */
  readonly onPerson: (id: PersonId) => void;
  /** They are one again. */
  readonly onUndone: () => void;
}

/** Two people were one, with the way to the other one and the way back. */
export function SplitNotice({ people, onPerson, onUndone }: SplitNoticeProps) {
  const act = useAct();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that split them is gone.
  useLayoutEffect(() => undo.current?.focus(), []);
  const { kept, split } = people;
  return (
    <Notice kind="calm">
      <p>{text("splitDone")}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          ref={undo}
          onClick={() =>
            act.run(async () => {
              await askFromPage.mergePeople({ id: kept, other: split });
              onUndone();
            })
          }
        >
          {text("undo")}
        </button>
        <button type="button" class="button" onClick={() => onPerson(split)}>
          {text("splitOther")}
        </button>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}
