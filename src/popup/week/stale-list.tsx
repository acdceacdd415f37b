import type { PersonId } from "../../domain/person/person.ts";
import type { ReadyRow } from "../../domain/directory/ready-row.ts";
import { text } from "../../words/text.ts";
import { PersonRow } from "../people/person-row.tsx";
import { rowWhy } from "../../week/row-why.ts";

interface StaleListProps {
  readonly rows: readonly ReadyRow[];
  /** How many people are going stale in all, shown or not. */
  readonly count: number;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  /** Leads to all of them, where only its beginning is shown. */
  readonly onEverybody?: () => void;
}

/** People late by their own rhythm, most worth reconnecting first. */
export function StaleList({ rows, count, now, onPerson, onEverybody }: StaleListProps) {
  return (
    <section aria-labelledby="stale-heading">
      <header class="section-head">
        <h2 id="stale-heading">{text("staleHeading")}</h2>
        <p class="soft small">{text("staleCount", { count })}</p>
      </header>
      <ul class="people">
        {rows.map((row) => (
          <PersonRow key={row.id} row={row} why={rowWhy(row, now)} onPerson={onPerson} />
        ))}
      </ul>
      {onEverybody && (
        <button type="button" class="button quiet" onClick={onEverybody}>
          {text("showStale", { count })}
        </button>
      )}
    </section>
  );
}
