import { text, numberText } from "../words/text.ts";

interface GoalChoiceProps {
  readonly goal: number | undefined;
  readonly onGoal: (goal: number | undefined) => void;
}

/** Sets a goal for the week, or none. */
export function GoalChoice({ goal, onGoal }: GoalChoiceProps) {
  return (
    <label class="field inline">
      <span>{text("goalLabel")}</span>
      <select
        name="goal"
        value={goal ?? ""}
        onChange={({ currentTarget }) => onGoal(Number(currentTarget.value) || undefined)}
      >
        <option value="">{text("goalNone")}</option>
        {[1, 2, 3, 4, 5].map((count) => (
          <option key={count} value={count}>
            {numberText(count)}
          </option>
        ))}
      </select>
    </label>
  );
}
