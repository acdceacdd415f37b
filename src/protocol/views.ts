/** What our own pages are answered with, beyond what `domain` has: histories, troubles, sides of a question. */
import type { Band } from "../domain/tie/band.ts";
import type { Coverage } from "../domain/tie/coverage.ts";
import type { Direction, InteractionKind } from "../domain/interactions/interaction.ts";
import type { Outdated } from "../domain/directory/outdated.ts";
import type { Choices, PersonId } from "../domain/person/person.ts";
import type { Question } from "../domain/projection/question.ts";
import type { PersonSubject } from "../domain/records/subject.ts";
import type { ReadyRow } from "../domain/directory/ready-row.ts";
import type { Unread } from "../domain/reader-health.ts";

/** One interaction in words, on the card. */
export interface CardRow {
  /** Its natural key. */
  readonly key: string;
  readonly kind: InteractionKind;
  readonly direction: Direction;
  /** See `Interaction`. */
  readonly groupSize?: number;
  readonly what: string;
  readonly date: string;
  /** ISO 8601. */
  readonly dateTime: string;
  /** Day and time, where both are known. */
  readonly moment?: string;
  /** The user's own words about it. */
  readonly note?: string;
  readonly source: string;
}

/** The person's card in words. */
export interface CardText {
  readonly name: string;
  readonly band: Band;
  readonly bandName: string;
  /** That the band is the user's own word, and since when; absent where it is not. */
  readonly byHand?: string;
  /** What is covered, where the tie is as it was at the end of that; absent where it is known to the present, and where there was no exchange. */
  readonly upTo?: string;
  readonly last: string;
  readonly reason: string;
  /** "67 interactions"; absent without any. */
  readonly heading?: string;
  /** Newest first. */
  readonly rows: readonly CardRow[];
  /** "Show 47 earlier ones"; absent when all are shown. */
  readonly earlier?: string;
  /** Visits, and what can be known at all. */
  readonly foot: readonly string[];
  /** What the buttons say. */
  readonly close: string;
  readonly wrong: string;
}

/** What the popup shows first. */
export interface Overview {
  /** The name of the history; absent while there is none. */
  readonly history?: string;
  readonly owner: { readonly name?: string } | undefined;
  readonly people: number;
  readonly interactions: number;
  /** People going stale, most worth reconnecting first; at most 20. */
  readonly stale: readonly ReadyRow[];
  readonly staleCount: number;
  readonly coverage: Coverage;
  /** The list does not hold any more: ask `renewLists`, then again. */
  readonly outdated?: Outdated;
  /** Why the history cannot be shown, where it cannot. */
  readonly trouble?: Trouble;
  /** The disk was full when something was to be written last. */
  readonly isDiskFull?: true;
  /** One of the histories of this browser looks as if it was begun by mistake: `heldHistories` says which. */
  readonly hasMistake?: true;
  /** So many people were observed before it was known who was signed in, and only the user can say whose they are. */
  readonly unclaimed?: number;
}

/** Whom or which company the page in a tab is about, as far as the history knows. */
export type TabTopic =
  | { readonly what: "person"; readonly id: PersonId }
  /** Somebody whom the history does not hold. */
  | { readonly what: "nobody-known" }
  | { readonly what: "company"; readonly name: string }
  /** A page of Sales Navigator or Recruiter. */
  | { readonly what: "not-read" }
  | { readonly what: "nothing" };

/** What stands between the user and the history, as a code that the pages put in words. */
export type Trouble =
  /** The browser does not let extensions keep a database (permanent private browsing). */
  | { readonly code: "no-database" }
  /** The database opened empty or smaller than the witness remembers. */
  | {
      readonly code: "damaged";
      readonly peopleBefore: number;
      readonly peopleNow: number;
      readonly interactionsBefore: number;
      readonly interactionsNow: number;
    }
  /** The database does not open at all. */
  | { readonly code: "unreadable"; readonly detail: string }
  /** A later version of Tielight wrote it. */
  | { readonly code: "later-version" }
  /** There is no database at all, and a note that anybody may have written says that there was one. */
  | { readonly code: "lost" }
  /** The disk, or the share of it the browser gives, is full. */
  | { readonly code: "full" }
  /** The browser reaches nothing that it stores for anybody: the disk is full, or what it stores is damaged. */
  | { readonly code: "unreachable" };

/** One person in a question about several, as far as the user needs to tell them apart. */
export interface QuestionSide {
  /** As the question names the person. */
  readonly subject: PersonSubject;
  readonly id: PersonId;
  readonly name: string;
  /** What the person does, as last shown; empty where nothing says so. */
  readonly work: string;
  readonly interactions: number;
}

/** Something that is not certain, with everything that the user needs to answer it. */
export interface OpenQuestion {
  readonly question: Question;
  readonly sides: readonly QuestionSide[];
  /** The notes and reminders it is about. */
  readonly choices: Pick<Choices, "notes" | "reminders">;
}

/** An interaction the user writes down. */
export interface HandWritten {
  readonly kind: "meeting" | "call" | "email" | "other";
  readonly direction: Direction;
  /** The day or the moment, as exactly as the user says (ms). */
  readonly from: number;
  readonly to: number;
  /** The user's own words about it; at most 500 characters. */
  readonly words?: string;
}

/** One history of this browser. */
export interface KeptHistory {
  readonly name: string;
  readonly owner: { readonly name?: string };
  /** Our own pages show this one. */
  readonly shown: boolean;
  /** A page said for certain that this member is signed in. */
  readonly signedIn: boolean;
  /** Its people are invented, or the user goes on without it. */
  readonly aside?: "sample" | "replaced";
}

/** One history of this browser with how much it holds; without that where it cannot be read. */
export interface HeldHistory extends KeptHistory {
  readonly people?: number;
  readonly interactions?: number;
  readonly trouble?: Trouble;
  /** It looks as if it was begun by mistake, see `looksLikeMistake`; another one may be the member's own. */
  readonly isMistake?: true;
}

/** A surface of the site that could not be read of late. */
export interface UnreadSurface extends Unread {
  /** What the page is built of, for a report the user may copy: elements and roles, nothing anybody wrote. */
  readonly structure: string;
}
