import { useKept } from "../components/use-kept.ts";
import { chooseShowRails, showRails, watchShowRails } from "../settings.ts";
import { text } from "../words/text.ts";

/** Badges beside people whom a page only mentions or suggests; open tabs follow at once. */
export function RailsChoice() {
  const wanted = useKept(showRails, watchShowRails);
  if (wanted === "unread") return null;
  return (
    <label class="toggle">
      <input
        type="checkbox"
        name="show-rails"
        checked={wanted}
        onChange={({ currentTarget }) => void chooseShowRails(currentTarget.checked)}
      />
      <span>{text("showRails")}</span>
    </label>
  );
}
