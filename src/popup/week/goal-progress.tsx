import { numberText, text } from "../../words/text.ts";

interface GoalProgressProps {
  /** Reconnections the user wants to make each week. */
  readonly goal: number;
  readonly done: number;
}

/** The week's goal as a row of lights. */
export function GoalProgress({ goal, done }: GoalProgressProps) {
  return (
    <p class="goal">
      <span class="goal-lights" aria-hidden="true">
        {Array.from({ length: Math.max(goal, done) }, (_, light) => (
          <span key={light} class={light < done ? "lit" : ""} />
        ))}
      </span>
      {text("goalProgress", { count: goal, done: numberText(done) })}
    </p>
  );
}
