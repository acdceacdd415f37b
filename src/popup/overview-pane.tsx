import type { PersonId } from "../domain/person.ts";
import { nameInSentence } from "../words/name-text.ts";
import { coverageText } from "../words/coverage-words.ts";
import { counted, text } from "../words/text.ts";
import type { Overview } from "../messages.ts";
import type { Mode } from "../settings.ts";
import { NobodyKnown, NobodyStale, NothingChosen } from "./empty-states.tsx";
import { StaleList } from "./stale-list.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";

interface OverviewPaneProps {
  readonly overview: Overview;
  readonly mode: Mode | undefined;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  /** Something was done after which the overview is another. */
  readonly onChange: () => void;
}

/** What there is to do, or why there is nothing. */
export function OverviewPane({ overview, mode, now, onPerson, onChange }: OverviewPaneProps) {
  const { trouble, people, interactions, stale, staleCount, coverage, owner } = overview;
  if (trouble) return <TroubleNotice trouble={trouble} onAccept={onChange} />;
  if (people === 0) return mode === undefined ? <NothingChosen /> : <NobodyKnown mode={mode} />;
  return (
    <>
      {stale.length === 0 ? (
        <NobodyStale />
      ) : (
        <StaleList rows={stale} count={staleCount} now={now} onPerson={onPerson} />
      )}
      <footer class="popup-foot soft small">
        {owner?.name !== undefined && <p>{text("historyOf", nameInSentence(owner.name))}</p>}
        <p>
          {counted("peopleCount", people)} · {counted("interactionCount", interactions)}
        </p>
        <p>{coverageText(coverage, now)}</p>
      </footer>
    </>
  );
}
