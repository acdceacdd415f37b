/**
 * What is known of a person. A person has no stored identity: people are computed from statements and links, see
 * `projection/project.ts`. A name is never an identity.
 */

declare const personIdBrand: unique symbol;

/**
 * A handle: a keyed hash of one alias. It leads to the person who has that alias now. Rows, alarms, weeks and addresses of our own pages
 * hold handles; no page of the site ever sees one.
 */
export type PersonId = string & { readonly [personIdBrand]: true };

/**
 * One way the site names a person.
 *
 * - `slug:alex-example`: the last part of a profile's address, decoded, NFC, lower case
 * - `member:ACoAA…`: the member id found in addresses and keys; case matters
 * - `number:123456`: the numeric member id
 * - `mail:`, `phone:` and `own:` are reserved: for addresses, and for people that the user adds by hand
 */
export type Alias =
  | `slug:${string}`
  | `member:${string}`
  | `number:${string}`
  | `mail:${string}`
  | `phone:${string}`
  | `own:${string}`;

/** A value with the moment (ms since the epoch) it was true or chosen; the later of two wins. */
export interface Dated<T> {
  readonly value: T;
  readonly at: number;
}

/** A choice that can be taken back: then there is no value, and the moment it was taken back. */
export interface Cleared<T> {
  readonly value?: T | undefined;
  readonly at: number;
}

/** What somebody did for a living, as shown at a moment by a page or an archive. */
export interface CareerSighting {
  readonly company?: string;
  readonly title?: string;
  /** The line under the name on a profile, where company and title are not told apart. */
  readonly headline?: string;
  /** When it was first shown (ms). For an archive: the moment the archive was made. */
  readonly at: number;
  /** When it was last shown (ms). */
  readonly until: number;
}

/** What a person is shown to do. */
export interface ShownWork extends Omit<CareerSighting, "until"> {
  /** When it was last shown (ms); the newest is shown until today, and has none. */
  readonly until?: number;
}

/** A dated entry of the user's about a person. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** When it was last edited (ms). */
  readonly at: number;
}

/** A date on which the user wants to be reminded. */
export interface ReminderDate {
  readonly id: string;
  /** ms */
  readonly at: number;
  /** When it was last set (ms); absent where that bears on nothing. */
  readonly setAt?: number;
}

/** How well the user knows somebody, in their own judgement. */
export const KNOWS = ["well", "a-little", "not-at-all"] as const;
/** One of {@link KNOWS}. */
export type Knows = (typeof KNOWS)[number];

/** The longest cadence, in days: a hundred years. What is longer is a slip of the hand. */
export const MOST_CADENCE_DAYS = 36_500;

/** What the user says and chooses about a person. It survives every import. Moments in ms. */
export interface Choices {
  /** Corrections of the name and the work that the site shows. */
  readonly name?: Cleared<string>;
  readonly company?: Cleared<string>;
  readonly title?: Cleared<string>;
  readonly howMet?: Cleared<string>;
  /** Never suggest. */
  readonly muted?: Cleared<boolean>;
  /** Do not suggest before this moment. */
  readonly snoozedUntil?: Cleared<number>;
  /** Own cadence in days: overrides the rhythm learnt from the interactions. */
  readonly cadenceDays?: Cleared<number>;
  /** In touch elsewhere, as of this moment: the silence counts from it. */
  readonly inTouchElsewhere?: Cleared<number>;
  /** How well the user knows the person: it stands before what the interactions say. */
  readonly knows?: Cleared<Knows>;
  /** Stop recording: nothing more is recorded but further aliases, so that the choice covers them as well. */
  readonly neverTrack?: Cleared<boolean>;
  /** Passed away. */
  readonly deceased?: Cleared<boolean>;
  /** Sorted, unique; absent without any. */
  readonly tags?: readonly string[];
  /** Oldest first; absent without any. */
  readonly notes?: readonly Note[];
  /** Earliest first; absent without any. */
  readonly reminders?: readonly ReminderDate[];
}

/** What a rule says: since when (ms), and the id of the rule. */
export interface RuledChoice<T> extends Dated<T> {
  readonly rule: string;
}

/** Choices that hold for a person because of a rule. Nothing that the user chose about the person is among them. */
export interface Ruled {
  readonly muted?: RuledChoice<true>;
  readonly cadenceDays?: RuledChoice<number>;
  readonly knows?: RuledChoice<Knows>;
}

/** What is known of a person, apart from interactions and visits. */
export interface Person {
  readonly id: PersonId;
  /** Sorted, unique; empty for a person who is known by name only. */
  readonly aliases: readonly Alias[];
  /** Of several addresses, and of several member ids, the one that was shown last, where it is not the first among `aliases`. */
  readonly newest?: readonly Alias[];
  /**
   * The name that was shown last, `""` where nothing showed one. When that was (ms) is kept only where neither a contact nor a connection
   * has a date.
   */
  readonly name: { readonly value: string; readonly at?: number };
  /** Oldest first by `at`; company, title and headline together occur once. */
  readonly career: readonly ShownWork[];
  readonly choices: Choices;
  /** What rules say of the person, see `choicesInForce`; absent without any. */
  readonly ruled?: Ruled;
}

/** The aliases with the address and the member id in front that were shown last: links are made of the first that leads anywhere. */
export const newestFirst = ({
  aliases,
  newest = [],
}: Pick<Person, "aliases" | "newest">): readonly Alias[] =>
  newest.length === 0 ? aliases : [...newest, ...aliases.filter((one) => !newest.includes(one))];
