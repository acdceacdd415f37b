import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import type { Switch } from "../components/kept-settings.ts";

interface SwitchChoiceProps {
  readonly of: Switch;
  readonly isOn: boolean;
  readonly name: string;
  readonly label: string;
}

/** A choice between yes and no; open tabs follow at once. */
export function SwitchChoice({ of, isOn, name, label }: SwitchChoiceProps) {
  const act = useAct();
  return (
    <div class="kept">
      <label class="toggle">
        <input
          type="checkbox"
          name={name}
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => act.runLatest(() => of.choose(checked))}
        />
        <span>{label}</span>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
