import { CENTRAL_LANGUAGES } from "./languages-central.ts";
import { EASTERN_LANGUAGES } from "./languages-eastern.ts";
import { ROMANCE_LANGUAGES } from "./languages-romance.ts";

/** The words of the pages. `{…}` is filled in. */
export const ENGLISH = {
  degrees: "1st|2nd|3rd+",
  degree: "{n} degree connection",
  connectedOn: "Connected on {date}",
  message: "Message",
  messageTo: "Message {name}",
  connect: "Connect",
  invite: "Invite {name} to connect",
  pending: "Pending",
  follow: "Follow",
  more: "More",
  profileOf: "View {name}’s profile",
  offline: "Status is offline",
  online: "Status is online",
  reachable: "Status is reachable",
  others: "and {n} other mutual connections",
  contact: "Contact info",
  connections: "connections",
  like: "Like",
  comment: "Comment",
  repost: "Repost",
  send: "Send",
  likes: "likes this",
  commented: "commented on this",
  noReaction: "no reaction",
  reactionState: "Reaction button state: {state}",
  openReactions: "Open reactions menu",
  reactTo: "React {reaction} to {name}’s comment",
  comments: "1 comment|{n} comments",
  reply: "Reply",
  promoted: "Promoted",
  edited: "Edited",
  feedPost: "Feed post",
  home: "Home",
  network: "My Network",
  messaging: "Messaging",
  notifications: "Notifications",
  signOut: "Sign out",
  feed: "Feed",
  you: "You",
  today: "Today",
  sentAt: "Sent at {time}",
  sentFollowing: "{name} sent the following message at {time}",
  select: "Select conversation with {name}",
  write: "Write a message…",
  sponsored: "Sponsored",
  hidden: "LinkedIn Member",
  accept: "Accept",
  acceptOf: "Accept {name}’s invitation",
  ignore: "Ignore",
  ignoreOf: "Ignore {name}’s invitation",
  withdraw: "Withdraw",
  received: "Received",
  sent: "Sent",
  followers: "Followers",
  following: "Following",
  moreProfiles: "More profiles for you",
  results: "{n} results",
  sentWhen: "Sent {age} ago",
  experience: "Experience",
  activity: "Activity",
  present: "Present",
  units: "m|h|d|w|mo|yr",
  startPost: "Start a post",
  noNote: "Send without a note",
  writeComment: "Text editor for creating comment",
  postMenu: "Open control menu for post by {name}",
} as const;

export type WordKey = keyof typeof ENGLISH;
export type Words = Readonly<Record<WordKey, string>>;
/** A language's words as far as they differ from the English ones. */
export type SomeWords = Readonly<Partial<Record<WordKey, string>>>;

const LANGUAGES: Readonly<Record<string, SomeWords>> = {
  ...CENTRAL_LANGUAGES,
  ...EASTERN_LANGUAGES,
  ...ROMANCE_LANGUAGES,
};

/** The words of a language; English where a word or a language is missing. Old codes are understood. */
export function words(lang: string): Words {
  const code = { iw: "he", in: "id", no: "nb" }[lang] ?? lang.split("-")[0] ?? "en";
  return { ...ENGLISH, ...LANGUAGES[code] };
}

/** Whether a language is written from right to left. */
export function rightToLeft(lang: string): boolean {
  return /^(?:ar|he|iw|fa)\b/.test(lang);
}

/** A sentence with its gaps filled. */
export function filled(sentence: string, gaps: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}

/** How many comments, in the form for one of them where the language has its own; nothing where there are none. */
export function commentsWords(count: number, { comments }: Words): string {
  const [one = "", more = one] = comments.split("|");
  return count === 0 ? "" : filled(count === 1 ? one : more, { n: count });
}

/** The degree as it is shown: `1st`, `2.`, `3º`. */
export function degreeWords(degree: number, { degrees }: Words): string {
  return degrees.split("|")[degree - 1] ?? "";
}
