import { useEffect, useRef, useState } from "preact/hooks";
import { isPopup } from "../../components/own-pages.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { TabTopic } from "../../protocol/views.ts";
import { text } from "../../words/text.ts";
import { isBeside } from "./beside-the-page.ts";
import { CompanyPeople } from "./company-people.tsx";
import { followTab } from "./follow-tab.ts";

interface TabInFrontProps {
  readonly now: number;
  /** Whether there is room for what it says. */
  readonly isInView: boolean;
  /** The user is at something that must not go: the tab is followed afterwards. */
  readonly isBusy: boolean;
  /** Whose card is open. */
  readonly person: PersonId | undefined;
  /** Opens a card, or closes the one that is open. */
  readonly onPerson: (id: PersonId | undefined) => void;
}

/** What a card may be in the middle of that nothing keeps: a log entry, a correction, a deletion. */
const HALF_WRITTEN = "dialog :is(.log-form, .panel)";

/** The quiet line where there is nobody to show. */
const LINES = {
  nothing: "besideNothing",
  "nobody-known": "besideNobodyKnown",
  "not-read": "besideNotRead",
} as const;

/**
 * What the tab in front is about, of a page that is beside it; `undefined` in a tab. In the popup, which shows what it was opened for, only
 * that a page is not read.
 */
function useTabTopic(onAsked: (id: PersonId) => void): TabTopic | undefined {
  const [topic, setTopic] = useState<TabTopic>();
  useEffect(() => {
    const gone = new AbortController();
    isBeside().then(
      (is) => {
        if (gone.signal.aborted) return;
        if (is) followTab({ onTopic: setTopic, onAsked }, gone.signal);
        else if (isPopup())
          followTab(
            {
              onTopic: (said) => setTopic(said.what === "not-read" ? said : undefined),
              onAsked: () => undefined,
            },
            gone.signal,
          );
      },
      // Where nobody knows where this page is, it follows nothing.
      () => undefined,
    );
    return () => gone.abort();
  }, [onAsked]);
  return topic;
}

/** Beside a page: the card of the person it is about opens by itself, and of a company those the user knows there are listed. */
export function TabInFront({ now, isInView, isBusy, person, onPerson }: TabInFrontProps) {
  const topic = useTabTopic(onPerson);
  const applied = useRef<TabTopic>(undefined);
  /** Whose card was opened because of the tab. */
  const followed = useRef<PersonId>(undefined);
  useEffect(() => {
    if (topic === undefined || isBusy || topic === applied.current) return;
    // What is half written there must not go. When the card is closed, or the tab turns to somebody else, it is looked at again.
    if (document.querySelector(HALF_WRITTEN) !== null) return;
    // The user asked for somebody just now, by which this page was opened.
    const isAsked = applied.current === undefined && person !== undefined;
    applied.current = topic;
    if (isAsked) return;
    // A field stores what was typed when it is left.
    if (document.activeElement?.closest("dialog") instanceof HTMLElement)
      (document.activeElement as HTMLElement).blur();
    if (topic.what === "person") onPerson(topic.id);
    else if (person === followed.current) onPerson(undefined);
    followed.current = topic.what === "person" ? topic.id : undefined;
  }, [topic, isBusy, person, onPerson]);
  if (topic === undefined || !isInView) return null;
  switch (topic.what) {
    case "company":
      return <CompanyPeople key={topic.name} name={topic.name} now={now} onPerson={onPerson} />;
    case "person":
      return (
        <div class="tab-in-front">
          <button type="button" class="button small" onClick={() => onPerson(topic.id)}>
            {text("besidePerson")}
          </button>
        </div>
      );
    default:
      return <p class="tab-in-front soft small">{text(LINES[topic.what])}</p>;
  }
}
