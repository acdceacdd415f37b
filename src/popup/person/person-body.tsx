import { useCallback, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { PersonCard } from "../../components/person-card.tsx";
import { TimelinePicture } from "../../components/pictures/timeline-picture.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useFollowed } from "../../components/use-followed.ts";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage, Refusal } from "../../protocol/transport.ts";
import { personCardText } from "../../words/person-card-text.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { useToast } from "../../components/pieces/toast.tsx";
import { workText } from "../../domain/directory/ready-row.ts";
import { shownCareer } from "../../domain/person/corrected.ts";
import { plainName } from "../../words/name-text.ts";
import { KnowsChoice } from "../../person/choices/knows-choice.tsx";
import { PersonActs } from "../../person/person-acts.tsx";
import { PersonIntroducers } from "../../person/person-introducers.tsx";
import { PersonMenu } from "../../person/person-menu.tsx";
import { type PanelName, PersonPanel } from "../../person/person-panel.tsx";
import { PersonStanding } from "../../person/choices/person-standing.tsx";
import { useChoose } from "../../person/choices/use-choose.ts";
import type { SplitPeople } from "../../person/corrections/person-parts.tsx";
import { PersonChoices } from "../../person/choices/person-choices.tsx";
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

/** Interactions asked for: the picture is of the whole tie, and even a long one is that many at most. */
const ASKED = 5000;

/** Id of the heading with the name. */
export const PERSON_HEADING = "person-heading";

/** Everything about one person: the card, and what only our own pages may do. */
export function PersonBody(props: PersonBodyProps) {
  const { id, now, onLeave, onGone, onChange, onPerson, split, onSplit, panel, onPanel } = props;
  const [listed, setListed] = useState(LISTED);
  const [inWords, setInWords] = useState(false);
  const toast = useToast();
  const removing = useAct();
  const ask = useCallback(() => askFromPage.personCard({ id, atMost: ASKED }), [id]);
  const askDetails = useCallback(() => askFromPage.personDetails({ id }), [id]);
  const [card, askCardAgain] = useFollowed(ask);
  const [details, askDetailsAgain] = useFollowed(askDetails);
  const changed = useCallback(() => {
    askCardAgain();
    askDetailsAgain();
    onChange();
  }, [askCardAgain, askDetailsAgain, onChange]);
  const [choosing, choose] = useChoose(id, changed);
  const remove = (key: string) =>
    removing.run(async () => {
      await askFromPage.deleteInteraction({ id, key });
      changed();
      toast({
        words: text("interactionDeleted"),
        undo: async () => {
          await askFromPage.restoreInteraction({ id, key });
          changed();
        },
      });
    });
  const failed = [card, details].find(({ state }) => state === "failed");
  // Nothing can be done any more with somebody who was deleted elsewhere.
  const isGone =
    failed?.state === "failed" &&
    failed.error instanceof Refusal &&
    failed.error.code === "unknown-person";
  // What was asked last may have failed; what the user typed stands in what is shown since before.
  const [facts, known] = isGone ? [] : [lastAnswer(card), lastAnswer(details)];
  const problem = failed?.state === "failed" && (
    <Notice kind="danger">{refusalText(failed.error)}</Notice>
  );
  // Both at once: what comes later would move what the user is about to press.
  if (!facts || details.state === "asked")
    return (
      <div class="card">
        <h2 class="hidden-words" id={PERSON_HEADING}>
          {text("personCard")}
        </h2>
        {(card.state === "asked" || details.state === "asked") && !problem && (
          <p class="waiting">{text("waiting")}</p>
        )}
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
          <KnowsChoice id={id} name={facts.name} choices={known.choices} onChange={changed} />
        )
      }
      menu={
        known && (
          <PersonMenu
            name={facts.name}
            details={known}
            now={now}
            onPanel={onPanel}
            onChoose={choose}
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
      {known && (
        <>
          <PersonStanding choices={known.choices} now={now} onChoose={choose} />
          <ActNotice act={choosing} done={text("choiceKept")} />
          {known.aliases.length === 0 && <p class="small soft">{text("byNameOnlyMeans")}</p>}
          <PersonActs
            person={{ ...facts, aliases: known.aliases }}
            now={now}
            inWords={inWords}
            onChange={changed}
          />
          <PersonIntroducers people={known.introducers} now={now} onPerson={onPerson} />
          <PersonChoices id={id} choices={known.choices} now={now} onChange={changed} />
        </>
      )}
      <TimelinePicture interactions={facts.interactions} now={now} />
      <ActNotice act={removing} />
    </PersonCard>
  );
}
