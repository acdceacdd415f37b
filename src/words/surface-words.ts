/**
 * Kinds of page of the site in words: what each is called, and what is read there.
 */
import { text, type TextKey } from "./text.ts";

const NAMES: Readonly<Record<string, TextKey>> = {
  profile: "surfaceProfile",
  "people-search": "surfacePeopleSearch",
  search: "surfaceSearch",
  connections: "surfaceConnections",
  followers: "surfaceFollowers",
  invitations: "surfaceInvitations",
  feed: "surfaceFeed",
  post: "surfacePost",
  messaging: "surfaceMessaging",
  "company-people": "surfaceCompanyPeople",
};

/** What a kind of page is called; all others are "other pages". */
export const surfaceText = (surface: string): string => text(NAMES[surface] ?? "surfaceOther");

/** The kinds of page on which people are read, each with what is read of them. */
export const SURFACES_READ = [
  ["profile", "readsProfile"],
  ["feed", "readsFeed"],
  ["post", "readsPost"],
  ["messaging", "readsMessaging"],
  ["invitations", "readsInvitations"],
  ["connections", "readsConnections"],
  ["followers", "readsNames"],
  ["people-search", "readsSearch"],
  ["search", "readsNames"],
  ["company-people", "readsNames"],
] as const satisfies readonly (readonly [surface: string, reads: TextKey])[];
