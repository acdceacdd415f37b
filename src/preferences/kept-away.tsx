import { askFromPage } from "../protocol/transport.ts";
import type { PersonId } from "../domain/person/person.ts";
import { ErasuresChoice } from "./erasures-choice.tsx";
import { ChosenPeople } from "./chosen-people.tsx";

/** Somebody whom a rule keeps away is suggested again in spite of the rule. */
async function suggestAgain(id: PersonId): Promise<void> {
  const { rules } = await askFromPage.personDetails({ id });
  const isRuled = rules.some(({ says }) => says.what === "never");
  await askFromPage.choose({
    id,
    made: { choices: { muted: isRuled ? { value: false } : {} } },
  });
}

/** Whom the user keeps away: not recorded, not suggested, deleted. */
export function KeptAway() {
  return (
    <>
      <ChosenPeople
        choice="untracked"
        heading="untrackedCount"
        takeBackLabel="trackAgain"
        takeBack={(id) => askFromPage.choose({ id, made: { choices: { neverTrack: {} } } })}
      />
      <ChosenPeople
        choice="muted"
        heading="mutedCount"
        takeBackLabel="choiceSuggestAgain"
        takeBack={suggestAgain}
      />
      <ErasuresChoice />
    </>
  );
}
