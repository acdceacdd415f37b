import { ActNotice } from "../components/acts/act-notice.tsx";
import type { PersonId } from "../domain/person/person.ts";
import { text } from "../words/text.ts";
import { PersonChoices } from "./choices/person-choices.tsx";
import { PersonRules } from "./choices/person-rules.tsx";
import { PersonStanding } from "./choices/person-standing.tsx";
import { PersonActs } from "./person-acts.tsx";
import { PersonIntroducers } from "./person-introducers.tsx";
import type { PersonState } from "./use-person.ts";

interface PersonMiddleProps {
  readonly person: PersonState;
  readonly now: number;
  /** The words to begin with are shown. */
  readonly inWords: boolean;
  readonly onPerson: (id: PersonId) => void;
}

/** What stands between how a tie stands and what happened, on the card and on the page of a person: what the user chose and wrote, what can be done, and who could introduce. */
export function PersonMiddle({ person, now, inWords, onPerson }: PersonMiddleProps) {
  const { facts, known, changed, choosing, choose, ruling } = person;
  if (!facts || !known) return null;
  const { choices, rules, aliases, introducers } = known;
  return (
    <>
      <PersonStanding choices={choices} tie={facts.tie} now={now} onChoose={choose} />
      <PersonRules rules={rules} onChoose={choose} />
      <ActNotice act={choosing} done={text("choiceKept")} />
      <ActNotice act={ruling} />
      {aliases.length === 0 && <p class="small soft">{text("byNameOnlyMeans")}</p>}
      <PersonActs person={{ ...facts, aliases }} now={now} inWords={inWords} onChange={changed} />
      <PersonIntroducers people={introducers} now={now} onPerson={onPerson} />
      <PersonChoices id={facts.id} choices={choices} rules={rules} now={now} onChange={changed} />
    </>
  );
}
