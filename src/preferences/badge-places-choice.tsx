import { changeKept } from "../components/kept-settings.ts";
import { BADGE_PLACES, type BadgePlace } from "../settings/badge-places.ts";
import { text, type TextKey } from "../words/text.ts";
import { SwitchChoice } from "./switch-choice.tsx";

const NAMES: Readonly<Record<BadgePlace, TextKey>> = {
  profile: "badgesOnProfiles",
  feed: "badgesInFeed",
  search: "badgesInSearch",
  messaging: "badgesInMessages",
  lists: "badgesInLists",
};

/** Lets badges stand in a place, or none. */
const letBadges = (place: BadgePlace, wanted: boolean): Promise<void> =>
  changeKept({ badgesIn: { [place]: wanted } });

/** On which pages of the site badges stand; open tabs follow at once. */
export function BadgePlacesChoice({ without }: { readonly without: readonly BadgePlace[] }) {
  return (
    <fieldset class="stack-tight">
      <legend>{text("badgePlaces")}</legend>
      <div class="row toggles">
        {BADGE_PLACES.map((place) => (
          <SwitchChoice
            key={place}
            of={{ choose: (wanted) => letBadges(place, wanted) }}
            isOn={!without.includes(place)}
            name={`badges-${place}`}
            label={text(NAMES[place])}
          />
        ))}
      </div>
    </fieldset>
  );
}
