import { askFromPage } from "../protocol/transport.ts";
import { ErasuresChoice } from "./erasures-choice.tsx";
import { ChosenPeople } from "./chosen-people.tsx";

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
        takeBack={(id) => askFromPage.choose({ id, made: { choices: { muted: {} } } })}
      />
      <ErasuresChoice />
    </>
  );
}
