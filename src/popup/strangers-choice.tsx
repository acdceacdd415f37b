import { ActNotice } from "../components/act-notice.tsx";
import { useAct } from "../components/use-act.ts";
import { useKept } from "../components/use-kept.ts";
import { chooseShowStrangers, showStrangers, watchShowStrangers } from "../settings.ts";
import { text } from "../words/text.ts";

/** Badges beside people the user has no tie with; open tabs follow at once. */
export function StrangersChoice() {
  const act = useAct();
  const wanted = useKept(showStrangers, watchShowStrangers);
  if (wanted === "unread") return null;
  return (
    <div class="kept">
      <label class="toggle">
        <input
          type="checkbox"
          name="show-strangers"
          checked={wanted}
          onChange={({ currentTarget: { checked } }) =>
            act.runLatest(() => chooseShowStrangers(checked))
          }
        />
        <span>{text("showStrangers")}</span>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
