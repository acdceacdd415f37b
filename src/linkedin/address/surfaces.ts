/**
 * Which page of the site an address leads to. Under each rule stand addresses it must accept; every other rule
 * must refuse them.
 */
import { encodedAlias } from "./aliases.ts";
import type { SitePath } from "./site-path.ts";

/** The kinds of page told apart. Everything else is `other`. */
export type Surface =
  | "profile"
  | "people-search"
  | "search"
  | "connections"
  | "followers"
  | "invitations"
  | "feed"
  | "post"
  | "messaging"
  | "company-people"
  | "signed-out"
  | "other";

/** Products of the site with pages of their own, which are not read: Sales Navigator and Recruiter. */
export const isOtherProduct = ({ segments }: SitePath): boolean =>
  isIn(segments[0], "sales", "talent", "recruiter");
export const otherProductExamples = [
  "https://www.linkedin.com/sales/lead/ACwAAAExample,NAME_SEARCH,x",
  "https://www.linkedin.com/sales/home",
  "https://www.linkedin.com/talent/hire/1/overview",
  "https://www.linkedin.com/recruiter/profile/1",
] as const;

const starts = ({ segments }: SitePath, ...expected: readonly string[]): boolean =>
  expected.every((segment, index) => segments[index] === segment);

const isIn = (segment: string | undefined, ...names: readonly string[]): boolean =>
  segment !== undefined && names.includes(segment);

export const isProfile = ({ segments }: SitePath): boolean =>
  segments[0] === "in" && segments[1] !== undefined && encodedAlias(segments[1]) !== undefined;
export const profileExamples = [
  "https://www.linkedin.com/in/alex-example/",
  "https://www.linkedin.com/in/alex-example",
  "https://www.linkedin.com/in/alex-example/en",
  "https://www.linkedin.com/in/alex-example/overlay/contact-info/",
  "https://www.linkedin.com/in/alex-example/details/experience/",
  "https://www.linkedin.com/in/alex-example/recent-activity/all/",
  "https://www.linkedin.com/in/zo%C3%AB-sample-0002?trk=x",
  "https://www.linkedin.com/in/ACoAAAExample0000000000000000000000000A",
  "https://de.linkedin.com/in/alex-example?originalSubdomain=de",
  "https://m.linkedin.com/mwlite/in/alex-example",
  "www.linkedin.com/in/alex-example",
] as const;

export const isPeopleSearch = (path: SitePath): boolean =>
  starts(path, "search", "results", "people");
export const peopleSearchExamples = [
  "https://www.linkedin.com/search/results/people/?keywords=ada",
  "https://www.linkedin.com/search/results/people/?connectionOf=%5B%22ACoAAAExample%22%5D&network=%5B%22F%22%5D",
] as const;

export const isSearch = (path: SitePath): boolean =>
  starts(path, "search", "results") && !isPeopleSearch(path);
export const searchExamples = [
  "https://www.linkedin.com/search/results/all/?keywords=ada",
  "https://www.linkedin.com/search/results/content/?keywords=ada",
] as const;

export const isConnections = (path: SitePath): boolean =>
  starts(path, "mynetwork", "invite-connect", "connections") || starts(path, "connected");
export const connectionsExamples = [
  "https://www.linkedin.com/mynetwork/invite-connect/connections/",
] as const;

export const isFollowers = (path: SitePath): boolean =>
  (starts(path, "mynetwork", "network-manager") &&
    isIn(path.segments[2], "people-follow", "followers", "following", "people")) ||
  (starts(path, "feed") && isIn(path.segments[1], "followers", "following"));
export const followersExamples = [
  "https://www.linkedin.com/mynetwork/network-manager/people-follow/followers/",
  "https://www.linkedin.com/mynetwork/network-manager/people-follow/following/",
  "https://www.linkedin.com/feed/followers/",
] as const;

export const isInvitations = (path: SitePath): boolean =>
  starts(path, "mynetwork") &&
  (isIn(path.segments[1], "invitation-manager", "invitations", "grow", "received", "sent") ||
    path.segments.length === 1);
export const invitationsExamples = [
  "https://www.linkedin.com/mynetwork/invitation-manager/received/",
  "https://www.linkedin.com/mynetwork/invitation-manager/sent/",
  "https://www.linkedin.com/mynetwork/invitation-manager/",
  "https://www.linkedin.com/mynetwork/grow/",
  "https://www.linkedin.com/mynetwork/",
] as const;

export const isPost = (path: SitePath): boolean =>
  (starts(path, "feed", "update") && path.segments.length > 2) ||
  (starts(path, "posts") && path.segments.length > 1);
export const postExamples = [
  "https://www.linkedin.com/feed/update/urn:li:activity:7200000000000000001/",
  "https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7200000000000000001",
  "https://www.linkedin.com/posts/alex-example_a-word-activity-7200000000000000001-AbCd",
] as const;

export const isFeed = (path: SitePath): boolean =>
  (starts(path, "feed") && !isPost(path) && !isFollowers(path)) || path.segments.length === 0;
export const feedExamples = [
  "https://www.linkedin.com/feed/",
  "https://www.linkedin.com/feed/?trk=x",
  "https://www.linkedin.com/feed/hashtag/ships/",
  "https://www.linkedin.com/",
] as const;

export const isMessaging = (path: SitePath): boolean => starts(path, "messaging");
export const messagingExamples = [
  "https://www.linkedin.com/messaging/",
  "https://www.linkedin.com/messaging/thread/2-MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAxXzEwMA==/",
  "https://www.linkedin.com/messaging/thread/new/",
] as const;

export const isCompanyPeople = ({ segments }: SitePath): boolean =>
  isIn(segments[0], "company", "school", "showcase") && isIn(segments[2], "people", "alumni");
export const companyPeopleExamples = [
  "https://www.linkedin.com/company/tin-whistle/people/",
  "https://www.linkedin.com/school/harbour-college/people/?keywords=ada",
] as const;

export const isSignedOut = ({ segments }: SitePath): boolean =>
  isIn(
    segments[0],
    "login",
    "uas",
    "checkpoint",
    "authwall",
    "signup",
    "logout",
    "reg",
    "home",
    "start",
    "cold-join",
  ) ||
  (segments[0] === "m" && isIn(segments[1], "login", "logout"));
export const signedOutExamples = [
  "https://www.linkedin.com/login",
  "https://www.linkedin.com/login/de",
  "https://www.linkedin.com/uas/login?session_redirect=x",
  "https://www.linkedin.com/checkpoint/lg/login-submit",
  "https://www.linkedin.com/m/logout/",
  "https://www.linkedin.com/authwall?trk=x",
  "https://www.linkedin.com/signup/cold-join",
] as const;

/** Addresses of no page named above. */
export const otherExamples = [
  "https://www.linkedin.com/in/me/",
  "https://www.linkedin.com/in/",
  "https://www.linkedin.com/jobs/view/4000000001/",
  "https://www.linkedin.com/company/tin-whistle/",
  "https://www.linkedin.com/notifications/",
  "https://www.linkedin.com/preload/",
  "https://lnkd.in/in/alex-example",
  "https://www.linkedin.com.example.org/in/alex-example",
  "https://example.org/www.linkedin.com/in/alex-example",
] as const;

const RULES: ReadonlyArray<readonly [Surface, (path: SitePath) => boolean]> = [
  ["profile", isProfile],
  ["people-search", isPeopleSearch],
  ["search", isSearch],
  ["connections", isConnections],
  ["followers", isFollowers],
  ["invitations", isInvitations],
  ["post", isPost],
  ["feed", isFeed],
  ["messaging", isMessaging],
  ["company-people", isCompanyPeople],
  ["signed-out", isSignedOut],
];

/** The surface an address leads to, by its route alone. */
export function surface(path: SitePath | undefined): Surface {
  if (path === undefined) return "other";
  return RULES.find(([, matches]) => matches(path))?.[0] ?? "other";
}
