import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { askFromPage } from "../protocol/transport.ts";
import { BADGE_PLACES, type BadgePlace } from "../settings/badge-places.ts";
import { text, type TextKey } from "../words/text.ts";

const NAMES: Readonly<Record<BadgePlace, TextKey>> = {
  profile: "badgesOnProfiles",
  feed: "badgesInFeed",
  search: "badgesInSearch",
  messaging: "badgesInMessages",
  lists: "badgesInLists",
};

/** On which pages of the site badges stand; open tabs follow at once. */
export function BadgePlacesChoice({ without }: { readonly without: readonly BadgePlace[] }) {
  const act = useAct();
  return (
    <fieldset class="stack-tight">
      <legend>{text("badgePlaces")}</legend>
      <div class="row">
        {BADGE_PLACES.map((place) => (
          <label key={place} class="toggle">
            <input
              type="checkbox"
              name={`badges-${place}`}
              checked={!without.includes(place)}
              onChange={({ currentTarget: { checked } }) => {
                const others = without.filter((one) => one !== place);
                act.runLatest(() =>
                  askFromPage.changeSettings({ noBadgesIn: checked ? others : [...others, place] }),
                );
              }}
            />
            <span>{text(NAMES[place])}</span>
          </label>
        ))}
      </div>
      <ActNotice act={act} />
    </fieldset>
  );
}
