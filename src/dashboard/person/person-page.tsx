import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { BandLegend } from "../../components/card/band-legend.tsx";
import { InteractionList } from "../../components/card/interaction-list.tsx";
import { Avatar } from "../../components/pieces/avatar.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { workText } from "../../domain/directory/ready-row.ts";
import { shownCareer } from "../../domain/person/corrected.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { KnowsChoice } from "../../person/choices/knows-choice.tsx";
import type { SplitPeople } from "../../person/corrections/person-parts.tsx";
import { SplitNotice } from "../../person/corrections/split-notice.tsx";
import { PersonMiddle } from "../../person/person-middle.tsx";
import { PersonMenu } from "../../person/person-menu.tsx";
import { type PanelName, PersonPanel } from "../../person/person-panel.tsx";
import { usePerson } from "../../person/use-person.ts";
import { plainName } from "../../words/name-text.ts";
import { personCardText } from "../../words/person-card-text.ts";
import { text, unbroken } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { hashOf, personHash } from "../frame/address.ts";
import { PersonKnown, PersonShared } from "./person-known.tsx";
import { PersonTimeline } from "./person-timeline.tsx";

interface PersonPageProps {
  readonly id: PersonId;
  readonly now: number;
}

/** Interactions listed at first. */
const LISTED = 30;

/** The page hears of what changed by itself. */
const nothing = () => {};

const PEOPLE = hashOf({ section: "people", within: [] });

/** Everything about one person, with room for it: to prepare a meeting with, and to print. */
export function PersonPage({ id, now }: PersonPageProps) {
  // It outlives the page of the one who was two: what was split stands on that of the person who kept the facts.
  const [split, setSplit] = useState<SplitPeople>();
  return (
    <PageOfPerson
      key={id}
      id={id}
      now={now}
      split={split?.kept === id ? split : undefined}
      onSplit={setSplit}
    />
  );
}

interface PageOfPersonProps extends PersonPageProps {
  /** Two people who were one until the user split them here. */
  readonly split: SplitPeople | undefined;
  readonly onSplit: (people: SplitPeople | undefined) => void;
}

function PageOfPerson({ id, now, split, onSplit }: PageOfPersonProps) {
  const person = usePerson(id, nothing);
  const { facts, known, isAsked, error, changed, choose, rule, removing, remove } = person;
  const [listed, setListed] = useState(LISTED);
  const [inWords, setInWords] = useState(false);
  const [panel, setPanel] = useState<PanelName>();
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = facts !== undefined;
  useLayoutEffect(() => {
    if (isThere) heading.current?.focus({ preventScroll: true });
  }, [isThere]);
  const problem = error !== undefined && <Notice kind="danger">{refusalText(error)}</Notice>;
  if (!facts || !known)
    return (
      <>
        <h1 class="hidden-words">{text("personCard")}</h1>
        {isAsked && !problem && <p class="waiting">{text("waiting")}</p>}
        {problem}
        <p>
          <a href={PEOPLE}>{text("people")}</a>
        </p>
      </>
    );
  const card = personCardText({ ...facts, interactions: facts.interactions.slice(0, listed) }, now);
  const work = plainName(workText(shownCareer(known)));
  const goTo = (other: PersonId) => {
    location.hash = personHash(other);
  };
  const head = (
    <header class="person-head">
      <Avatar id={id} name={card.name} band={card.band} large />
      <div class="person-who">
        <h1 tabIndex={-1} ref={heading}>
          <bdi>{card.name}</bdi>
        </h1>
        {work !== "" && (
          <p class="soft">
            <bdi>{work}</bdi>
          </p>
        )}
      </div>
      <button type="button" class="button" name="print" onClick={() => window.print()}>
        {text("printPage")}
      </button>
      <PersonMenu
        name={facts.name}
        details={known}
        now={now}
        onPanel={setPanel}
        onChoose={choose}
        onRule={rule}
        onWords={() => setInWords(!inWords)}
      />
    </header>
  );
  if (panel !== undefined)
    return (
      <>
        {head}
        <div>
          <button
            type="button"
            class="button quiet"
            name="back"
            onClick={() => {
              setPanel(undefined);
              heading.current?.focus({ preventScroll: true });
            }}
          >
            <Glyph sign={PAGE_SIGNS.back} sideways />
            <bdi>{card.name}</bdi>
          </button>
        </div>
        <div class="person-panel">
          <PersonPanel
            panel={panel}
            id={id}
            name={facts.name}
            now={now}
            details={known}
            onChange={changed}
            onSplit={(people) => {
              onSplit(people);
              setPanel(undefined);
              if (people.kept === id) changed();
              else goTo(people.kept);
            }}
            onGone={() => {
              location.hash = PEOPLE;
            }}
          />
        </div>
      </>
    );
  return (
    <>
      {head}
      {problem}
      {split && (
        <SplitNotice
          people={split}
          onPerson={goTo}
          onUndone={() => {
            onSplit(undefined);
            changed();
          }}
        />
      )}
      <div class="person-columns">
        <div class="person-side">
          <section class={`card-state band-${card.band}`}>
            <p class="card-band">
              <BandLegend band={card.band}>
                <KnowsChoice
                  id={id}
                  name={facts.name}
                  choices={known.choices}
                  rules={known.rules}
                  onChange={changed}
                />
              </BandLegend>
              <span class="card-last">{unbroken(card.last)}</span>
            </p>
            <p class="soft small">{unbroken(card.reason)}</p>
            {card.byHand !== undefined && <p class="soft small">{card.byHand}</p>}
            {card.upTo !== undefined && <p class="soft small">{card.upTo}</p>}
          </section>
          <PersonMiddle person={person} now={now} inWords={inWords} onPerson={goTo} />
          <PersonShared shared={known.shared} />
        </div>
        <div class="person-main">
          <PersonTimeline interactions={facts.interactions} now={now} />
          {card.heading !== undefined && (
            <section class="card-history">
              <h2>{card.heading}</h2>
              <InteractionList rows={card.rows} wrong={card.wrong} onDelete={remove} />
              {card.earlier !== undefined && (
                <button
                  type="button"
                  class="button quiet small earlier"
                  onClick={() => setListed(listed * 5)}
                >
                  {card.earlier}
                </button>
              )}
              <ActNotice act={removing} />
            </section>
          )}
          <PersonKnown facts={facts} details={known} now={now} />
          <footer class="soft small">
            {card.foot.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </footer>
        </div>
      </div>
    </>
  );
}
