import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import type { Switch } from "../../components/kept-settings.ts";

interface SwitchChoiceProps {
  readonly of: Switch;
  readonly name: string;
  readonly label: string;
}

/** A choice between yes and no; open tabs follow at once. */
export function SwitchChoice({ of, name, label }: SwitchChoiceProps) {
  const act = useAct();
  const wanted = useKept(of.isOn, of.watch);
  if (wanted === "unread") return null;
  return (
    <div class="kept">
      <label class="toggle">
        <input
          type="checkbox"
          name={name}
          checked={wanted}
          onChange={({ currentTarget: { checked } }) => act.runLatest(() => of.choose(checked))}
        />
        <span>{label}</span>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
