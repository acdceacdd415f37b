import {
  asBadgePlaces,
  BADGE_PLACES,
  type BadgePlace,
  type ChangedPlaces,
  withChangedPlaces,
} from "./badge-places.ts";
import { asMode, type Mode } from "./mode.ts";
import { asPause, type Pause } from "./pause.ts";
import {
  asPreferences,
  type Changed,
  type ChangedPreferences,
  type Preferences,
  wholePreferences,
  withChangedPreferences,
} from "./preferences.ts";
import { asSetup, type Setup } from "./setup.ts";

/** Everything the user chose. */
export interface Settings {
  /** Absent before the user has chosen. */
  readonly mode?: Mode;
  /** The pause that the user asked for last, over or not; absent when there is none. */
  readonly pause?: Pause;
  readonly preferences: Preferences;
  /** Whether badges also stand beside mutual connections, mentions and the people a page suggests. */
  readonly showRails: boolean;
  /** Whether badges also stand beside people nothing connects the user with. */
  readonly showStrangers: boolean;
  /** Where on the site no badges stand. */
  readonly noBadgesIn: readonly BadgePlace[];
  /** Whether a badge opens the person in the panel beside the page, where the browser lets it, and not in the popup. */
  readonly opensBeside: boolean;
  /** Whether names are blurred and badges are gone, everywhere at once: somebody else looks at the screen. */
  readonly hidden: boolean;
  /** The language of the interface, as a BCP 47 tag; absent for that of the browser. */
  readonly language?: string;
  /** How far the first steps are; absent before the first of them. */
  readonly setup?: Setup;
}

/**
 * Some settings anew; the others stay. It names each value that is chosen and no other one: two windows that choose at the same time would else
 * take back what the other one chose.
 */
export interface ChangedSettings extends Partial<
  Omit<Settings, "pause" | "language" | "preferences" | "setup" | "noBadgesIn">
> {
  /** `null` ends the pause. */
  readonly pause?: Pause | null;
  /** `null` for the language of the browser. */
  readonly language?: string | null;
  readonly preferences?: ChangedPreferences;
  readonly setup?: Changed<Setup>;
  readonly badgesIn?: ChangedPlaces;
}

/** The settings that were kept, as far as they are settings of this version; what was never chosen is as at first. */
export function asSettings(value: unknown): Settings {
  const kept: Partial<Record<keyof Settings, unknown>> =
    typeof value === "object" && value !== null ? value : {};
  const [mode, pause] = [asMode(kept.mode), asPause(kept.pause)];
  const setup = asSetup(kept.setup);
  return {
    ...(mode !== undefined && { mode }),
    ...(pause !== undefined && { pause }),
    preferences: asPreferences(kept.preferences),
    showRails: kept.showRails === true,
    showStrangers: kept.showStrangers === true,
    noBadgesIn: asBadgePlaces(kept.noBadgesIn),
    opensBeside: kept.opensBeside === true,
    hidden: kept.hidden === true,
    ...(typeof kept.language === "string" && { language: kept.language }),
    ...(Object.keys(setup).length > 0 && { setup }),
  };
}

/** The settings with those that were chosen anew. */
export function withChanged(
  settings: Settings,
  { preferences = {}, setup, badgesIn = {}, ...whole }: ChangedSettings,
): Settings {
  return asSettings({
    ...settings,
    ...whole,
    preferences: withChangedPreferences(settings.preferences, preferences),
    setup: { ...settings.setup, ...setup },
    noBadgesIn: withChangedPlaces(settings.noBadgesIn, badgesIn),
  });
}

/** The settings for an export. How far Tielight may go on the site and a pause are not in it: those are chosen anew on each machine. */
export function exportedSettings({
  preferences,
  showRails,
  showStrangers,
  noBadgesIn,
  opensBeside,
  language,
}: Settings): Pick<
  Settings,
  "showRails" | "showStrangers" | "noBadgesIn" | "opensBeside" | "language"
> & {
  readonly preferences: Readonly<
    Record<string, number | boolean | Readonly<Record<string, string>>>
  >;
} {
  return {
    preferences: { ...preferences },
    showRails,
    showStrangers,
    noBadgesIn,
    opensBeside,
    ...(language !== undefined && { language }),
  };
}

const placesOf = (without: readonly BadgePlace[]): ChangedPlaces =>
  Object.fromEntries(BADGE_PLACES.map((place) => [place, !without.includes(place)]));

/** The settings of an export, as far as they are settings of this version. */
export function settingsOfExport(exported: Readonly<Record<string, unknown>>): ChangedSettings {
  const { preferences, showRails, showStrangers, noBadgesIn, opensBeside, language } = exported;
  return {
    ...(preferences !== undefined && { preferences: wholePreferences(asPreferences(preferences)) }),
    ...(typeof showRails === "boolean" && { showRails }),
    ...(typeof showStrangers === "boolean" && { showStrangers }),
    ...(noBadgesIn !== undefined && { badgesIn: placesOf(asBadgePlaces(noBadgesIn)) }),
    ...(typeof opensBeside === "boolean" && { opensBeside }),
    ...("language" in exported && { language: typeof language === "string" ? language : null }),
  };
}
