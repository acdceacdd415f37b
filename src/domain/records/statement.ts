/**
 * A statement: everything that one source says of one subject. Only its replica writes it, and each time whole.
 */
import type { ImportedCircle, ImportedFile } from "./archive-import.ts";
import type { ArchiveSpan } from "../tie/coverage.ts";
import type { SourceId } from "../interactions/interaction.ts";
import type { PackedInteractions } from "../interactions/interaction-columns.ts";
import type { Alias, CareerSighting, Dated, Knows } from "../person/person.ts";
import type { HybridTime, ReplicaId } from "./hybrid-time.ts";
import type { SentMessage } from "../person/sent-message.ts";
import type { Rule } from "./rule.ts";
import {
  HISTORY,
  isAlias,
  isName,
  isPost,
  type PersonSubject,
  type PostSubject,
} from "./subject.ts";

/** What names a statement. */
export interface StatementKey {
  readonly source: SourceId;
  readonly replica: ReplicaId;
}

/** A value the user chose, and when. Without a value the choice was taken back. */
export interface Register<T> {
  readonly value?: T;
  readonly time: HybridTime;
}

/** What the user chooses about a person, by name. Moments in ms, durations in days. */
export interface ChoiceValues {
  /** Corrections of what the site says. */
  readonly name: string;
  readonly company: string;
  readonly title: string;
  /** How the two met. */
  readonly howMet: string;
  /** Never suggest. */
  readonly muted: boolean;
  readonly snoozedUntil: number;
  /** The user's own cadence in days. */
  readonly cadenceDays: number;
  /** In touch elsewhere, as of this moment (ms). */
  readonly inTouchElsewhere: number;
  /** How well the user knows the person: overrides the band. */
  readonly knows: Knows;
  /** Stop recording. */
  readonly neverTrack: boolean;
  /** Passed away. */
  readonly deceased: boolean;
}

/** The choices about one subject, each a register. */
export type ChoiceRegisters = {
  readonly [Name in keyof ChoiceValues]?: Register<ChoiceValues[Name]>;
};

/** Choices that hold for a person if they hold for any of the aliases. */
export const PROTECTIVE = ["muted", "neverTrack", "deceased"] as const;

/** Mutual connections as one page showed them. */
export interface MutualSighting {
  /** When (ms). */
  readonly at: number;
  /** How many the page counts; absent where it shows no count. */
  readonly count?: number;
  /** Those that the page names. */
  readonly named: readonly Alias[];
}

/** What pages and archives say of a person. */
export interface SaidOfPerson {
  /** Every name that was shown, with the moment it was last shown (ms). */
  readonly names?: readonly Dated<string>[];
  /** Oldest first. */
  readonly career?: readonly CareerSighting[];
  /** In the order of `compareInteractions`, each fact once. The source of each is that of the statement. */
  readonly facts?: PackedInteractions;
  /** Keys of what was undone on the page, see `takenBackKey`. */
  readonly undone?: readonly string[];
  /** Moments (ms) the user looked at the profile, oldest first. */
  readonly visits?: readonly number[];
  readonly mutual?: readonly MutualSighting[];
}

/** What the user says of a person. Every part is a set of registers, so that two machines unite them. */
export interface SaidByHand {
  /** Interactions the user logged. */
  readonly facts?: PackedInteractions;
  /** Notes by id; an empty text is a removed note. */
  readonly notes?: Readonly<Record<string, Register<string>>>;
  /** Tags; `true` while the tag is there. */
  readonly tags?: Readonly<Record<string, Register<boolean>>>;
  /** Reminders by id: the moment (ms), or none once it was taken back. */
  readonly reminders?: Readonly<Record<string, Register<number>>>;
  /** Messages to suggested people by id; without a value the message was not sent after all. */
  readonly sent?: Readonly<Record<string, Register<SentMessage>>>;
  /** Natural keys of interactions that the user removed; `true` while the removal holds. */
  readonly removed?: Readonly<Record<string, Register<boolean>>>;
  readonly choices?: ChoiceRegisters;
}

/** Somebody a page or the user names as the author of a post or comment. */
export interface AuthorSighting {
  /** Absent where the source says that nobody is the author: the post is the owner's own. */
  readonly alias?: Alias;
  readonly name?: string;
  /** Days (UTC, counted from the epoch) on which the page showed this author; sorted, unique. */
  readonly days: readonly number[];
}

/** What a source says of a post or comment. */
export interface SaidOfPost {
  /** Who wrote it. */
  readonly authors?: readonly AuthorSighting[];
  /** What the owner did under it, for the author once known. */
  readonly facts?: PackedInteractions;
}

/** One row of a week as it was made. */
export interface WeekRow {
  /** The handle of the person. */
  readonly handle: string;
  readonly list: "reconnect" | "hello";
  /** When the row was first shown (ms); absent as long as it was not. */
  readonly shownAt?: number;
  /** What became of it. */
  readonly done?: Register<boolean>;
}

/** The suggestions of one week. They are made once and stay. */
export interface MadeWeek {
  /** The week, see `localWeek`. */
  readonly week: number;
  /** When they were made (ms). */
  readonly at: number;
  readonly rows: readonly WeekRow[];
}

/** What a source says of the history as a whole. */
export interface SaidOfHistory {
  /** What the owner is known by. */
  readonly owner?: { readonly aliases: readonly Alias[]; readonly name?: string };
  /** When pages were read (ms): since when, and until when if they no longer are. */
  readonly watched?: { readonly since: number; readonly until?: number };
  /** What an archive covers. */
  readonly spans?: readonly ArchiveSpan[];
  /** Where the owner worked or studied, and what they follow. */
  readonly circles?: readonly ImportedCircle[];
  /** The files of an import, with what became of their rows. */
  readonly files?: readonly ImportedFile[];
  /** When the user began an import, when its newest archive was made, and when it was done (ms). */
  readonly imported?: { readonly at: number; readonly madeAt: number; readonly doneAt: number };
  readonly weeks?: readonly MadeWeek[];
  /** Rules by id; without a value a rule was removed. */
  readonly rules?: Readonly<Record<string, Register<Rule>>>;
}

interface Versioned extends StatementKey {
  /** Rises with every writing of the replica; of two versions the higher is the whole truth. */
  readonly version: number;
}

/** A statement about a person. */
export interface PersonStatement extends Versioned {
  readonly subject: PersonSubject;
  readonly body: SaidOfPerson & SaidByHand;
}

/** A statement about a post. */
export interface PostStatement extends Versioned {
  readonly subject: PostSubject;
  readonly body: SaidOfPost;
}

/** A statement about the history. */
export interface HistoryStatement extends Versioned {
  readonly subject: typeof HISTORY;
  readonly body: SaidOfHistory;
}

/** See the file. */
export type Statement = PersonStatement | PostStatement | HistoryStatement;

/** Whether a statement is about a person. */
export const isOfPerson = (one: Statement): one is PersonStatement =>
  isAlias(one.subject) || isName(one.subject);

/** Whether a statement is about a post or comment. */
export const isOfPost = (one: Statement): one is PostStatement => isPost(one.subject);

/** Whether a statement is about the history. */
export const isOfHistory = (one: Statement): one is HistoryStatement => one.subject === HISTORY;
