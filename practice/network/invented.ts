/** The plain shapes of an invented network. */

/** The kinds a page or an archive of the site can show. */
export type InventedKind =
  | "message"
  | "inmail"
  | "invitation"
  | "connected"
  | "comment"
  | "reaction"
  | "endorsement"
  | "recommendation"
  | "mention";

/** Something that passed between the viewer and a person. */
export interface InventedInteraction {
  readonly kind: InventedKind;
  /** `in`: the person did it; `out`: the viewer did it; `both`: together. */
  readonly direction: "in" | "out" | "both";
  /** ms since the epoch. */
  readonly at: number;
  readonly conversationId?: string;
  /** The post a comment, reaction or mention belongs to (19 digits). */
  readonly postId?: string;
  /** The comment's own id (19 digits), its moment is `at`. */
  readonly commentId?: string;
  /** How many others take part, for conversations of more than two. */
  readonly groupSize?: number;
  /** An invitation that carried a note. */
  readonly withNote?: true;
}

/** A job: `until` is absent for the present one. */
export interface InventedJob {
  readonly company: string;
  readonly title: string;
  readonly from: number;
  readonly until?: number;
}

export interface InventedPost {
  /** 19 digits; `id >> 22` is `at`. */
  readonly id: string;
  readonly at: number;
}

/** Who somebody is on the site. */
export interface InventedIdentity {
  /** Last part of the profile's address, decoded; encode it for an address. */
  readonly slug: string;
  /** `ACo…`, 39 characters. */
  readonly memberId: string;
  readonly memberNumber: number;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly headline: string;
  readonly company: string;
  readonly title: string;
  readonly location: string;
}

/** How the tie went, for tests that look for a kind of person. */
export type TieStory = "strong" | "fading" | "dormant" | "never" | "recruiter" | "audience";

export interface InventedPerson extends InventedIdentity {
  readonly degree: 1 | 2 | 3;
  readonly story: TieStory;
  /** Earlier addresses, which lead to `slug`. */
  readonly formerSlugs: readonly string[];
  readonly connectedAt?: number;
  /** Oldest first. */
  readonly career: readonly InventedJob[];
  /** Oldest first. */
  readonly interactions: readonly InventedInteraction[];
  /** Oldest first. */
  readonly posts: readonly InventedPost[];
}

export interface Network {
  readonly seed: number;
  readonly now: number;
  readonly viewer: InventedIdentity & { readonly posts: readonly InventedPost[] };
  readonly people: readonly InventedPerson[];
}

export interface NetworkOptions {
  readonly seed: number;
  readonly people: number;
  /** How far back the history goes. */
  readonly years: number;
  /** The present moment (ms since the epoch); everything lies before it. */
  readonly now: number;
}
