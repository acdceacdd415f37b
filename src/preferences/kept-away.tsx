import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";
import { ErasuresChoice } from "./erasures-choice.tsx";
import { ChosenPeople } from "./chosen-people.tsx";

/** Whom the user keeps away: not recorded, not suggested, deleted. */
export function KeptAway() {
  return (
    <details class="person-choices">
      <summary>{text("keptAway")}</summary>
      <div class="stack">
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
      </div>
    </details>
  );
}
