/** What the server tells the client about a page, as plain data: both layouts draw from the same answer. */

export type Layout = "current" | "older";

export type Surface =
  | "feed"
  | "profile"
  | "connections"
  | "search"
  | "followers"
  | "following"
  | "received"
  | "sent"
  | "grow"
  | "post"
  | "messaging"
  | "company"
  | "notifications";

/** How the viewer stands to a person. */
export type Relation = "self" | "connected" | "none" | "sent" | "received";

/** Some accepted invitations leave the list at once, the others offer to write. */
export const leavesTheList = ({ memberNumber }: Pick<PersonView, "memberNumber">): boolean =>
  memberNumber % 2 === 1;

export const REACTIONS = ["Like", "Celebrate", "Support", "Love", "Insightful", "Funny"] as const;
export type Reaction = (typeof REACTIONS)[number];

/** From and to, in ms. */
export type Range = readonly [number, number];

/** How long things take after an in-app click: the address, then (from that moment) heading and body. */
export interface Delays {
  readonly url: Range;
  readonly heading: Range;
  readonly body: Range;
}

/** Everything a test can choose about the pages. */
export interface Settings {
  readonly seed: number;
  readonly viewer: 1 | 2;
  readonly lang: string;
  readonly layout: Layout | "mixed" | Readonly<Partial<Record<Surface, Layout>>>;
  readonly delays: Delays;
  /** What stands on the page between the new address and the new content. */
  readonly between: "skeleton" | "old" | "either";
  /** Whether elements are used again for the next person. */
  readonly reuse: "yes" | "no" | "either";
  /** How many rows or posts the first answer holds. */
  readonly count: number | undefined;
  /** Whether long lists keep only what is near the window. */
  readonly virtual: boolean;
  /** Whether an older page reached from a current one is shown in the frame (else it is loaded anew). */
  readonly frame: boolean;
  /** Whether the frame's own address follows the page's. */
  readonly frameUrl: "stays" | "follows";
  readonly probe: boolean;
  /** What the ids of messages say: moment and conversation, or only whose mailbox they are in. */
  readonly ids: "exact" | "opaque";
}

export interface PersonView {
  readonly slug: string;
  readonly memberId: string;
  readonly memberNumber: number;
  readonly name: string;
  readonly firstName: string;
  readonly headline: string;
  readonly company: string;
  readonly title: string;
  readonly location: string;
  readonly degree: 0 | 1 | 2 | 3;
  readonly relation: Relation;
  readonly photo?: string;
  readonly verified?: true;
  /** When the two connected. */
  readonly connectedAt?: number;
  /** When a pending invitation was sent. */
  readonly invitedAt?: number;
  readonly note?: string;
}

export interface CommentView {
  /** 19 digits. */
  readonly id: string;
  readonly author: PersonView;
  readonly age: string;
  readonly text: string;
  readonly mention?: PersonView;
  readonly reaction?: Reaction;
  readonly reactors: readonly PersonView[];
  readonly replies: readonly CommentView[];
}

export interface PostView {
  /** 19 digits. */
  readonly id: string;
  /** Absent where a company posted. */
  readonly author?: PersonView;
  readonly company: string;
  readonly age: string;
  readonly edited: boolean;
  readonly promoted: boolean;
  readonly text: string;
  readonly mention?: PersonView;
  /** Why the post is shown: who did something with it. */
  readonly social?: {
    readonly people: readonly PersonView[];
    readonly more: number;
    readonly what: "likes" | "commented";
  };
  readonly reshared?: PostView;
  readonly reaction?: Reaction;
  readonly reactions: number;
  readonly reactor?: PersonView;
  /** Everybody in the list that opens at the number of reactions; only on the post's own page. */
  readonly reactors: readonly PersonView[];
  readonly comments: number;
  /** Comments that stand open under it from the start: all on the post's own page, none in the feed. */
  readonly shown: readonly CommentView[];
}

export type ConversationKind = "pair" | "group" | "sponsored" | "inmail" | "hidden";

export interface ConversationView {
  readonly id: string;
  readonly kind: ConversationKind;
  /** The others. Empty for sponsored ones and hidden members. */
  readonly people: readonly PersonView[];
  readonly title: string;
  readonly at: number;
  readonly snippet: string;
  readonly fromViewer: boolean;
  readonly unread: number;
}

export interface MessageView {
  readonly id: string;
  readonly at: number;
  /** Absent for a sender without a profile. */
  readonly sender?: PersonView;
  readonly senderName: string;
  readonly text: string;
  readonly edited: boolean;
}

export interface ThreadView {
  readonly conversation: ConversationView;
  /** Oldest first; the newest ones, unless asked for earlier ones. */
  readonly messages: readonly MessageView[];
  /** How many are older than the first shown. */
  readonly earlier: number;
}

interface PageBase {
  /** Path and query the answer is for. */
  readonly path: string;
  readonly layout: Layout;
  readonly title: string;
  readonly viewer: PersonView;
  readonly settings: Settings;
  readonly now: number;
}

export interface ProfilePage extends PageBase {
  readonly surface: "profile";
  readonly person: PersonView;
  readonly mutual: readonly PersonView[];
  readonly mutualMore: number;
  readonly rail: readonly PersonView[];
  readonly jobs: readonly {
    readonly company: string;
    readonly title: string;
    readonly span: string;
  }[];
  readonly posts: readonly PostView[];
}

export interface PeoplePage extends PageBase {
  readonly surface:
    | "connections"
    | "search"
    | "followers"
    | "following"
    | "received"
    | "sent"
    | "grow"
    | "company";
  readonly heading: string;
  readonly total: number;
  readonly start: number;
  readonly rows: readonly PersonRow[];
  readonly pages?: { readonly page: number; readonly last: number };
}

export interface PersonRow {
  readonly person: PersonView;
  readonly mutual: readonly PersonView[];
  readonly mutualMore: number;
  /** Words for a moment: when connected, invited. */
  readonly when?: string;
}

export interface FeedPage extends PageBase {
  readonly surface: "feed";
  readonly posts: readonly PostView[];
  readonly start: number;
  readonly total: number;
}

export interface PostPage extends PageBase {
  readonly surface: "post";
  readonly post: PostView;
}

export interface MessagingPage extends PageBase {
  readonly surface: "messaging";
  readonly conversations: readonly ConversationView[];
  readonly total: number;
  readonly thread?: ThreadView;
  /** A new conversation with somebody, before the first message. */
  readonly compose?: PersonView;
}

export interface NotificationsPage extends PageBase {
  readonly surface: "notifications";
  readonly notices: readonly {
    readonly person: PersonView;
    readonly what: string;
    readonly post?: string;
    readonly age: string;
  }[];
}

export type Page =
  | ProfilePage
  | PeoplePage
  | FeedPage
  | PostPage
  | MessagingPage
  | NotificationsPage;

/** What a person does on a page, as sent to the server. */
export type Action =
  | {
      readonly what: "message";
      readonly conversation?: string;
      readonly to?: string;
      readonly text: string;
    }
  | {
      readonly what: "react";
      readonly post: string;
      readonly comment?: string;
      readonly reaction: Reaction | undefined;
    }
  | {
      readonly what: "comment";
      readonly post: string;
      readonly parent?: string;
      readonly text: string;
    }
  | { readonly what: "invite" | "accept" | "ignore" | "withdraw"; readonly slug: string };

/** What came of it. */
export type Outcome =
  | {
      readonly what: "message";
      readonly conversation: ConversationView;
      readonly message: MessageView;
    }
  | { readonly what: "comment"; readonly comment: CommentView }
  | { readonly what: "done" };
