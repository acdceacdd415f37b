import { ActNotice } from "../components/act-notice.tsx";
import { useAct } from "../components/use-act.ts";
import { useKept } from "../components/use-kept.ts";
import { chooseShowRails, showRails, watchShowRails } from "../settings.ts";
import { text } from "../words/text.ts";

/** Badges beside people whom a page only mentions or suggests; open tabs follow at once. */
export function RailsChoice() {
  const act = useAct();
  const wanted = useKept(showRails, watchShowRails);
  if (wanted === "unread") return null;
  return (
    <div class="kept">
      <label class="toggle">
        <input
          type="checkbox"
          name="show-rails"
          checked={wanted}
          onChange={({ currentTarget: { checked } }) =>
            act.runLatest(() => chooseShowRails(checked))
          }
        />
        <span>{text("showRails")}</span>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
