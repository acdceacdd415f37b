/**
 * Which of the places that the user may keep without badges a page belongs to.
 */
import type { Surface } from "../../linkedin/address/surfaces.ts";
import type { SitePermission } from "../../protocol/site-questions.ts";

type Place = SitePermission["noBadgesIn"][number];

const PLACES: Partial<Readonly<Record<Surface, Place>>> = {
  profile: "profile",
  feed: "feed",
  post: "feed",
  search: "search",
  "people-search": "search",
  messaging: "messaging",
};

/** Where a person stands, by the page they stand on. */
export const badgePlace = (surface: Surface): Place => PLACES[surface] ?? "lists";
