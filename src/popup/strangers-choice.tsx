import { useKept } from "../components/use-kept.ts";
import { chooseShowStrangers, showStrangers, watchShowStrangers } from "../settings.ts";
import { text } from "../words/text.ts";

/** Badges beside people the user has no tie with; open tabs follow at once. */
export function StrangersChoice() {
  const wanted = useKept(showStrangers, watchShowStrangers);
  if (wanted === "unread") return null;
  return (
    <label class="toggle">
      <input
        type="checkbox"
        name="show-strangers"
        checked={wanted}
        onChange={({ currentTarget }) => void chooseShowStrangers(currentTarget.checked)}
      />
      <span>{text("showStrangers")}</span>
    </label>
  );
}
