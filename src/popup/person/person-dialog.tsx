import { useState } from "preact/hooks";
import { Dialog } from "../../components/dialog.tsx";
import { LeavingContext, useLeaving } from "../../components/acts/leaving.ts";
import { Toasts } from "../../components/pieces/toast.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { PersonBody, PERSON_HEADING } from "./person-body.tsx";
import type { SplitPeople } from "../../person/corrections/person-parts.tsx";
import type { PanelName } from "../../person/person-panel.tsx";

interface PersonDialogProps {
  readonly id: PersonId;
  readonly now: number;
  readonly onClose: () => void;
  /** Something was changed that the lists behind the card show. */
  readonly onChange: () => void;
  /** Shows the card of another person. */
  readonly onPerson: (id: PersonId) => void;
}

/** The card of one person over the list, with what only our own pages may do. */
export function PersonDialog({ id, now, onClose, onChange, onPerson }: PersonDialogProps) {
  const [leaving, leave] = useLeaving(onClose);
  const [split, setSplit] = useState<SplitPeople>();
  const [panel, setPanel] = useState<PanelName>();
  const back = () => {
    if (panel === undefined) {
      leave();
      return;
    }
    // A field stores what was typed when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setPanel(undefined);
  };
  return (
    <LeavingContext.Provider value={leaving}>
      <Dialog labelledBy={PERSON_HEADING} onClose={back} isPage>
        <Toasts>
          <PersonBody
            key={id}
            id={id}
            now={now}
            panel={panel}
            onPanel={setPanel}
            onLeave={back}
            onGone={onClose}
            onChange={onChange}
            onPerson={onPerson}
            split={split}
            onSplit={(people) => {
              setSplit(people);
              setPanel(undefined);
              if (people !== undefined && people.kept !== id) onPerson(people.kept);
            }}
          />
        </Toasts>
      </Dialog>
    </LeavingContext.Provider>
  );
}
