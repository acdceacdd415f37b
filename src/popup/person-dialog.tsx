import { useCallback, useState } from "preact/hooks";
import { Dialog } from "../components/dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { useAnswer } from "../components/use-answer.ts";
import type { PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";

interface PersonDialogProps {
  readonly id: PersonId;
  readonly now: number;
  readonly onClose: () => void;
}

/** Interactions shown at first, and how many more each time. */
const STEP = 20;

/** The card of one person over the list. */
export function PersonDialog({ id, now, onClose }: PersonDialogProps) {
  const [atMost, setAtMost] = useState(STEP);
  const ask = useCallback(() => askFromPage.personCard({ id, atMost }), [id, atMost]);
  const [card] = useAnswer(ask);
  return (
    <Dialog labelledBy="person-heading" onClose={onClose}>
      {card.state === "answered" && card.answer !== undefined ? (
        <PersonCard
          facts={card.answer}
          now={now}
          headingId="person-heading"
          onClose={onClose}
          onMore={() => setAtMost(atMost * 5)}
        />
      ) : (
        <div class="card">
          <h2 class="hidden-words" id="person-heading">
            {text("personCard")}
          </h2>
          {card.state === "asked" && <p class="waiting">{text("waiting")}</p>}
          {card.state === "answered" && <p>{text("personGone")}</p>}
          {card.state === "failed" && <Notice kind="danger">{refusalText(card.error)}</Notice>}
          <button type="button" class="button" onClick={onClose}>
            {text("close")}
          </button>
        </div>
      )}
    </Dialog>
  );
}
