import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import type { Switch } from "../components/kept-settings.ts";

interface SwitchChoiceProps {
  readonly of: Pick<Switch, "choose">;
  readonly isOn: boolean;
  readonly name: string;
  readonly label: string;
}

/** A choice between yes and no; open tabs follow at once. */
export function SwitchChoice({ of, isOn, name, label }: SwitchChoiceProps) {
  const { shown, choose, act } = useChosen(isOn);
  return (
    <div class="kept">
      <label class="toggle">
        <input
          type="checkbox"
          name={name}
          checked={shown}
          onChange={({ currentTarget: { checked } }) => choose(checked, () => of.choose(checked))}
        />
        <span>{label}</span>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
