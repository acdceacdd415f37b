import { numberText, text } from "../../words/text.ts";

interface WeekHeadProps {
  /** How many the user wants to write to this week. */
  readonly goal: number;
  readonly done: number;
}

/** The week as a row of lights, one for each message: those that are written are lit. A full week is worth a moment of joy. */
export function WeekHead({ goal, done }: WeekHeadProps) {
  const isFull = goal > 0 && done >= goal;
  const more = done - goal;
  return (
    <header class={`week-head${isFull ? " full" : ""}`}>
      <h2>{text("tabWeek")}</h2>
      {goal > 0 && (
        <>
          <span class="goal-lights" aria-hidden="true">
            {Array.from({ length: goal }, (_, light) => (
              <span key={light} class={light < done ? "lit" : ""} />
            ))}
          </span>
          <p class="goal small soft" role="status">
            {isFull
              ? text("weekFull")
              : text("weekProgress", {
                  done: numberText(Math.min(done, goal)),
                  goal: numberText(goal),
                })}
          </p>
          {more > 0 && (
            <span class="small soft">{text("weekMore", { count: numberText(more) })}</span>
          )}
        </>
      )}
    </header>
  );
}
