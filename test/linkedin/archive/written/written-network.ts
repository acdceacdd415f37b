/** What an archive is written from. The practice site's network has this shape, too. Nobody in it exists. */

export interface WrittenInteraction {
  readonly kind: string;
  /** `in`: the person did it; `out`: the owner did it; `both`: together. */
  readonly direction: "in" | "out" | "both";
  /** ms since the epoch. */
  readonly at: number;
  readonly conversationId?: string;
  /** 19 digits. */
  readonly postId?: string;
  /** How many people a message went to. */
  readonly groupSize?: number;
  readonly withNote?: true;
}

export interface WrittenIdentity {
  /** Last part of the profile's address, decoded. */
  readonly slug: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
}

export interface WrittenPerson extends WrittenIdentity {
  readonly company: string;
  readonly title: string;
  readonly connectedAt?: number;
  readonly interactions: readonly WrittenInteraction[];
}

export interface WrittenNetwork {
  readonly now: number;
  readonly viewer: WrittenIdentity & {
    readonly company: string;
    readonly title: string;
    readonly posts: readonly { readonly id: string; readonly at: number }[];
  };
  readonly people: readonly WrittenPerson[];
}
