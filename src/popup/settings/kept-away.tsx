import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { ErasuresChoice } from "./erasures-choice.tsx";
import { WishedPeople } from "./wished-people.tsx";

/** Whom the user keeps away: not recorded, not suggested, deleted. */
export function KeptAway() {
  return (
    <details class="wishes">
      <summary>{text("keptAway")}</summary>
      <div class="stack">
        <WishedPeople
          wish="untracked"
          heading="untrackedCount"
          takeBackLabel="trackAgain"
          takeBack={(id) => askFromPage.choose({ id, made: { choices: { neverTrack: {} } } })}
        />
        <WishedPeople
          wish="muted"
          heading="mutedCount"
          takeBackLabel="wishSuggestAgain"
          takeBack={(id) => askFromPage.choose({ id, made: { choices: { muted: {} } } })}
        />
        <ErasuresChoice />
      </div>
    </details>
  );
}
