import { useEffect, useRef } from "preact/hooks";
import type { DueRow } from "../domain/week/week.ts";
import { askFromPage } from "../protocol/transport.ts";
import { waitsSince } from "./written.ts";

/** Whether a reply came to what this reminder waits for. */
function isAnswered({ reminder, tie: { lastExchange } }: DueRow): boolean {
  const since = waitsSince(reminder);
  return since !== undefined && lastExchange?.direction === "in" && lastExchange.to > since;
}

/** Takes back the reminders that wait for a reply that has come, each once. Answers the others. */
export function useAnsweredGone(due: readonly DueRow[], onChange: () => void): readonly DueRow[] {
  const taken = useRef(new Set<string>());
  useEffect(() => {
    const answered = due.filter((row) => isAnswered(row) && !taken.current.has(row.reminder ?? ""));
    if (answered.length === 0) return;
    const made = answered.map(({ id, reminder = "" }) => {
      taken.current.add(reminder);
      return askFromPage.choose({ id, made: { reminders: { [reminder]: null } } });
    });
    // What cannot be taken back now is taken back at the next opening; until then it is not shown.
    Promise.all(made).then(onChange, () => {});
  }, [due, onChange]);
  return due.filter((row) => !isAnswered(row));
}
