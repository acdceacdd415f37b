import { text } from "../../words/text.ts";
import { type WeekCounts, weekProgress } from "./week-progress.ts";

/** The week as a row of lights, one for each message: those that are written are lit. A full week is worth a moment of joy. */
export function WeekHead(counts: WeekCounts) {
  const { goal, done } = counts;
  const { words, more } = weekProgress(counts);
  return (
    <header class={`week-head${goal > 0 && done >= goal ? " full" : ""}`}>
      <h2>{text("tabWeek")}</h2>
      {goal > 0 && (
        <>
          <span class="goal-lights" aria-hidden="true">
            {Array.from({ length: goal }, (_, light) => (
              <span key={light} class={light < done ? "lit" : ""} />
            ))}
          </span>
          <p class="goal small soft" role="status">
            {words}
          </p>
          {more !== undefined && <span class="small soft">{more}</span>}
        </>
      )}
    </header>
  );
}
