/** Kinds of pages of the site that can be without badges: `lists` is every page of none of the other kinds. */
export const BADGE_PLACES = ["profile", "feed", "search", "messaging", "lists"] as const;

/** One of {@link BADGE_PLACES}. */
export type BadgePlace = (typeof BADGE_PLACES)[number];

/** Whether badges stand in some places; in the others it stays as it is. */
export type ChangedPlaces = Readonly<Partial<Record<BadgePlace, boolean>>>;

/** The places without badges after a change. */
export const withChangedPlaces = (
  without: readonly BadgePlace[],
  changed: ChangedPlaces,
): readonly BadgePlace[] =>
  BADGE_PLACES.filter((place) => !(changed[place] ?? !without.includes(place)));

/** Those of the places that were kept which are places of this version. */
export const asBadgePlaces = (value: unknown): readonly BadgePlace[] =>
  Array.isArray(value) ? BADGE_PLACES.filter((place) => value.includes(place)) : [];
