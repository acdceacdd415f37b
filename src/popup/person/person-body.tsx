import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { personPage } from "../../components/own-pages.ts";
import { PersonCard } from "../../components/card/person-card.tsx";
import { TimelinePicture } from "../../components/pictures/timeline-picture.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { personCardText } from "../../words/person-card-text.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { workText } from "../../domain/directory/ready-row.ts";
import { shownCareer } from "../../domain/person/corrected.ts";
import { plainName } from "../../words/name-text.ts";
import { KnowsChoice } from "../../person/choices/knows-choice.tsx";
import { usePerson } from "../../person/use-person.ts";
import { PersonMiddle } from "../../person/person-middle.tsx";
import { PersonMenu } from "../../person/person-menu.tsx";
import { type PanelName, PersonPanel } from "../../person/person-panel.tsx";
import type { SplitPeople } from "../../person/corrections/person-parts.tsx";
import { SplitNotice } from "../../person/corrections/split-notice.tsx";

interface PersonBodyProps {
  readonly id: PersonId;
  readonly now: number;
  /** The user leaves the card. */
  readonly onLeave: () => void;
  /** The person is no longer in the history. */
  readonly onGone: () => void;
  /** Something was changed that the lists behind the card show. */
  readonly onChange: () => void;
  readonly onPerson: (id: PersonId) => void;
  /** Two people who were one until the user split them here. */
  readonly split: SplitPeople | undefined;
  readonly onSplit: (people: SplitPeople | undefined) => void;
  /** What stands in place of the card's body. */
  readonly panel: PanelName | undefined;
  readonly onPanel: (panel: PanelName) => void;
}

/** Interactions listed at first. */
const LISTED = 20;

/** Id of the heading with the name. */
export const PERSON_HEADING = "person-heading";

/** Everything about one person: the card, and what only our own pages may do. */
export function PersonBody(props: PersonBodyProps) {
  const { id, now, onLeave, onGone, onChange, onPerson, split, onSplit, panel, onPanel } = props;
  const [listed, setListed] = useState(LISTED);
  const [inWords, setInWords] = useState(false);
  const person = usePerson(id, onChange);
  const { facts, known, isAsked, error, changed, choose, rule, removing, remove } = person;
  const problem = error !== undefined && <Notice kind="danger">{refusalText(error)}</Notice>;
  if (!facts)
    return (
      <div class="card">
        <h2 class="hidden-words" id={PERSON_HEADING}>
          {text("personCard")}
        </h2>
        {isAsked && !problem && <p class="waiting">{text("waiting")}</p>}
        {problem}
        <button type="button" class="button" onClick={onLeave}>
          {text("close")}
        </button>
      </div>
    );
  const shown = { ...facts, interactions: facts.interactions.slice(0, listed) };
  const leave = (
    <>
      {problem}
      {split && (
        <SplitNotice
          people={split}
          onPerson={onPerson}
          onUndone={() => {
            onSplit(undefined);
            changed();
          }}
        />
      )}
    </>
  );
  return (
    <PersonCard
      id={id}
      card={personCardText(shown, now)}
      work={known ? plainName(workText(shownCareer(known))) : ""}
      headingId={PERSON_HEADING}
      onClose={onLeave}
      onMore={() => setListed(listed * 5)}
      onDelete={(key) => remove(key)}
      underLegend={
        known && (
          <KnowsChoice
            id={id}
            name={facts.name}
            choices={known.choices}
            rules={known.rules}
            onChange={changed}
          />
        )
      }
      menu={
        known && (
          <PersonMenu
            name={facts.name}
            details={known}
            now={now}
            page={personPage(facts.id)}
            onPanel={onPanel}
            onChoose={choose}
            onRule={rule}
            onWords={() => setInWords(!inWords)}
          />
        )
      }
      {...(known &&
        panel && {
          panel: (
            <PersonPanel
              panel={panel}
              id={id}
              name={facts.name}
              now={now}
              details={known}
              onChange={changed}
              onSplit={(people) => {
                onSplit(people);
                changed();
              }}
              onGone={() => {
                onChange();
                onGone();
              }}
            />
          ),
        })}
    >
      {leave}
      <PersonMiddle person={person} now={now} inWords={inWords} onPerson={onPerson} />
      <TimelinePicture interactions={facts.interactions} now={now} />
      <ActNotice act={removing} />
    </PersonCard>
  );
}
