import { useCallback, useState } from "preact/hooks";
import { Dialog } from "../components/dialog.tsx";
import { Notice } from "../components/notice.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { messageLink, profileLink } from "../components/profile-link.ts";
import { TimelinePicture } from "../components/timeline-picture.tsx";
import { useAnswer } from "../components/use-answer.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { personCardText } from "../words/person-card-text.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { HandWrittenForm } from "./hand-written-form.tsx";
import { PersonCorrections } from "./person-corrections.tsx";
import { PersonWishes } from "./person-wishes.tsx";

interface PersonDialogProps {
  readonly id: PersonId;
  readonly now: number;
  readonly onClose: () => void;
  /** Something was changed that the lists behind the card show. */
  readonly onChange: () => void;
}

/** Interactions listed at first. */
const LISTED = 20;

/** Interactions asked for: the picture is of the whole tie, and even a long one is that many at most. */
const ASKED = 5000;

const HEADING = "person-heading";

/** The address of the profile from the first alias that has one; a slug before a member id, because people recognise it. */
function linkOf(aliases: readonly Alias[]): string | undefined {
  return aliases
    .toSorted((a, b) => b.localeCompare(a))
    .map(profileLink)
    .find((link) => link !== undefined);
}

/** Links to the site, opened by the user's click. */
function SiteLinks({ aliases }: { readonly aliases: readonly Alias[] }) {
  const links = [
    { address: linkOf(aliases), words: text("openProfile") },
    { address: messageLink(aliases), words: text("openMessage") },
  ];
  return (
    <p class="card-actions">
      {links.map(
        ({ address, words }) =>
          address !== undefined && (
            <a class="button" key={address} href={address} target="_blank" rel="noreferrer">
              {words}
            </a>
          ),
      )}
    </p>
  );
}

/** The card of one person over the list, with what only our own pages may do. */
export function PersonDialog({ id, now, onClose, onChange }: PersonDialogProps) {
  const [listed, setListed] = useState(LISTED);
  const [deleted, setDeleted] = useState<string>();
  const ask = useCallback(() => askFromPage.personCard({ id, atMost: ASKED }), [id]);
  const askDetails = useCallback(() => askFromPage.personDetails({ id }), [id]);
  const [card, askCardAgain] = useAnswer(ask);
  const [details, askDetailsAgain] = useAnswer(askDetails);
  const known = details.state === "answered" ? details.answer : undefined;
  const changed = () => {
    askCardAgain();
    askDetailsAgain();
    onChange();
  };
  const remove = async (key: string) => {
    await askFromPage.deleteInteraction({ id, key });
    setDeleted(key);
    changed();
  };
  const bringBack = async (key: string) => {
    await askFromPage.restoreInteraction({ id, key });
    setDeleted(undefined);
    changed();
  };
  const facts = card.state === "answered" ? card.answer : undefined;
  return (
    <Dialog labelledBy={HEADING} onClose={onClose}>
      {facts ? (
        <PersonCard
          card={personCardText(
            { ...facts, interactions: facts.interactions.slice(0, listed) },
            now,
          )}
          headingId={HEADING}
          onClose={onClose}
          onMore={() => setListed(listed * 5)}
          onDelete={(key) => void remove(key)}
        >
          {known && <SiteLinks aliases={known.aliases} />}
          <TimelinePicture interactions={facts.interactions} now={now} />
          {known && <PersonWishes id={id} choices={known.choices} now={now} onChange={changed} />}
          <HandWrittenForm id={id} now={now} onChange={changed} />
          {known && (
            <PersonCorrections
              id={id}
              name={facts.name}
              now={now}
              details={known}
              onChange={changed}
              onGone={() => {
                onChange();
                onClose();
              }}
            />
          )}
          {deleted !== undefined && (
            <Notice kind="calm">
              {text("interactionDeleted")}{" "}
              <button type="button" class="button" onClick={() => void bringBack(deleted)}>
                {text("undo")}
              </button>
            </Notice>
          )}
        </PersonCard>
      ) : (
        <div class="card">
          <h2 class="hidden-words" id={HEADING}>
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
