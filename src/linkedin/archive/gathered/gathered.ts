/** What was read from all files, before anybody knows who the owner is: the first of two passes. */
import type { ImportedCircle } from "../../../domain/records/archive-import.ts";
import type { Direction, InteractionKind } from "../../../domain/interactions/interaction.ts";
import type { PostSubject } from "../../../domain/records/subject.ts";
import type { Interval } from "../dates/interval.ts";
import { type MessageRows, messageRows } from "./message-rows.ts";
import { type Notes, notes } from "./notes.ts";
import { type ArchivePeople, people } from "./people.ts";
import type { PostLink } from "./post-link.ts";
import { type RecipientLists, recipientLists } from "./recipients.ts";
import type { FilePlace } from "./place.ts";
import type { SkipReason } from "../files/tally.ts";
import { type Texts, texts } from "./texts.ts";

interface Claimed {
  readonly place: FilePlace;
  readonly row: number;
  /** By address; `NOBODY` without. */
  readonly person: number;
  /** Number of the name, `NOBODY` without. */
  readonly name: number;
}

/** The two are connected since. */
export interface ConnectionClaim extends Claimed {
  readonly what: "connection";
  readonly when: Interval;
  readonly company?: string;
  readonly title?: string;
}

export interface InteractionClaim extends Claimed {
  readonly what: "interaction";
  readonly kind: InteractionKind;
  readonly direction: Direction;
  readonly when: Interval;
  /** Number of the note of an invitation, `NO_NOTE` without. */
  readonly note: number;
}

/** The owner follows them. */
export interface FollowClaim extends Claimed {
  readonly what: "follow";
}

export type Claim = ConnectionClaim | InteractionClaim | FollowClaim;

/** A reaction or comment of the owner. Whose post it is under, the archive does not say. */
export interface PostClaim {
  readonly place: FilePlace;
  readonly row: number;
  readonly kind: "reaction" | "comment";
  readonly link: PostLink;
  readonly when: Interval;
}

export interface Gathered {
  readonly people: ArchivePeople;
  readonly refs: Texts;
  readonly recipients: RecipientLists;
  readonly notes: Notes;
  readonly messages: MessageRows;
  readonly claims: Claim[];
  readonly posts: PostClaim[];
  /** By what makes them equal. */
  readonly circles: Map<string, ImportedCircle>;
  readonly ownPosts: Set<PostSubject>;
  /** Names the profile gives the owner, by number. */
  readonly ownNames: Set<number>;
  /** How often invitations say that a person is the owner, by group and person. */
  readonly ownInvitations: Map<number, Map<number, number>>;
  /** Nothing can have happened later (ms). */
  readonly now: number;
}

/** An empty notebook. */
export function gathered(now: number): Gathered {
  const everybody = people();
  return {
    people: everybody,
    refs: texts(),
    recipients: recipientLists(everybody),
    notes: notes(),
    messages: messageRows(),
    claims: [],
    posts: [],
    circles: new Map(),
    ownPosts: new Set(),
    ownNames: new Set(),
    ownInvitations: new Map(),
    now,
  };
}

/** What a file's form does with a row: takes it in, or says why not. */
export type RowTaker = (row: readonly string[], number: number) => SkipReason | undefined;
