import { browser } from "../browser.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";

interface PermittedSwitchProps {
  readonly name: string;
  readonly words: string;
  readonly isOn: boolean;
  /** Keeps the choice; called only once the browser lets Tielight notify. */
  readonly onChoose: (isOn: boolean) => Promise<void>;
}

/** A switch for something that notifies. The browser is asked only now, because nothing else needs it; without its word nothing is switched on. */
export function PermittedSwitch({ name, words, isOn, onChoose }: PermittedSwitchProps) {
  const { shown, choose, act } = useChosen(isOn);
  return (
    <>
      <label class="toggle">
        <input
          type="checkbox"
          name={name}
          checked={shown}
          onChange={({ currentTarget: { checked } }) => {
            // Browsers ask only in the moment of the click.
            const permitted = checked
              ? browser.permissions.request({ permissions: ["notifications"] })
              : Promise.resolve(true);
            choose(checked, async () => {
              if (!(await permitted)) return "not-kept";
              return onChoose(checked);
            });
          }}
        />
        <span>{words}</span>
      </label>
      <ActNotice act={act} />
    </>
  );
}
