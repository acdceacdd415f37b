import { useCallback, useState } from "preact/hooks";
import { Dialog } from "../components/dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { messageLink, profileLink } from "../components/profile-link.ts";
import { TimelinePicture } from "../components/timeline-picture.tsx";
import { useAnswer } from "../components/use-answer.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { PersonWishes } from "./person-wishes.tsx";

interface PersonDialogProps {
  readonly id: PersonId;
  readonly now: number;
  readonly onClose: () => void;
}

/** Interactions listed at first. */
const LISTED = 20;

/** Interactions asked for: the picture is of the whole tie, and even a long one is that many at most. */
const ASKED = 5000;

/** The address of the profile from the first alias that has one; a slug before a member id, because people recognise it. */
function linkOf(aliases: readonly Alias[]): string | undefined {
  return aliases
    .toSorted((a, b) => b.localeCompare(a))
    .map(profileLink)
    .find((link) => link !== undefined);
}

/** The card of one person over the list, with what only our own pages may do. */
export function PersonDialog({ id, now, onClose }: PersonDialogProps) {
  const [listed, setListed] = useState(LISTED);
  const ask = useCallback(() => askFromPage.personCard({ id, atMost: ASKED }), [id]);
  const askDetails = useCallback(() => askFromPage.personDetails({ id }), [id]);
  const [card, askCardAgain] = useAnswer(ask);
  const [details, askDetailsAgain] = useAnswer(askDetails);
  const known = details.state === "answered" ? details.answer : undefined;
  const link = known && linkOf(known.aliases);
  const message = known && messageLink(known.aliases);
  return (
    <Dialog labelledBy="person-heading" onClose={onClose}>
      {card.state === "answered" && card.answer !== undefined ? (
        <PersonCard
          facts={{ ...card.answer, interactions: card.answer.interactions.slice(0, listed) }}
          now={now}
          headingId="person-heading"
          onClose={onClose}
          onMore={() => setListed(listed * 5)}
        >
          <p class="card-actions">
            {link !== undefined && (
              <a class="button" href={link} target="_blank" rel="noreferrer">
                {text("openProfile")}
              </a>
            )}
            {message !== undefined && (
              <a class="button" href={message} target="_blank" rel="noreferrer">
                {text("openMessage")}
              </a>
            )}
          </p>
          <TimelinePicture interactions={card.answer.interactions} now={now} />
          {known && (
            <PersonWishes
              id={id}
              choices={known.choices}
              onChange={() => {
                askCardAgain();
                askDetailsAgain();
              }}
            />
          )}
        </PersonCard>
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
